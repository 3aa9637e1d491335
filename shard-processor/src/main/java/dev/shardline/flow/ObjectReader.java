package dev.shardline.flow;

import dev.shardline.dataset.SourceObject;
import dev.shardline.failure.Reason;
import dev.shardline.storage.ByteRange;
import dev.shardline.storage.ObjectChangedException;
import dev.shardline.telemetry.Counter;
import dev.shardline.telemetry.WorkerMetrics;
import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.io.InterruptedIOException;
import java.nio.ByteBuffer;
import java.nio.channels.Channels;
import java.nio.channels.ClosedByInterruptException;
import java.nio.channels.ReadableByteChannel;
import java.nio.file.AccessDeniedException;
import java.nio.file.NoSuchFileException;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Future;

/// Reads ranges of objects into memory: large ranges by several requests at once, broken requests
/// again. Safe for many threads.
final class ObjectReader {
  /// A request reads at most so much.
  private static final int REQUEST = 16 << 20;

  private static final int ATTEMPTS = 3;
  private static final long PAUSE_MILLIS = 200;

  private final SampleSource source;
  private final ExecutorService threads;
  private final WorkerMetrics metrics;

  /// @param threads one for each task, cheap
  ObjectReader(SampleSource source, ExecutorService threads, WorkerMetrics metrics) {
    this.source = source;
    this.threads = threads;
    this.metrics = metrics;
  }

  /// Reads `into` full with the object's bytes.
  ///
  /// @param from where to begin, in the object as in the buffer, whose limit and position stay
  /// @throws UnusableSampleException if the object is gone, changed or refused
  void read(SourceObject object, ByteBuffer into, int from)
      throws IOException, UnusableSampleException, InterruptedException {
    List<Future<?>> requests = new ArrayList<>();
    int start = from;
    while (into.limit() - start > REQUEST) {
      int begin = start;
      requests.add(
          threads.submit(() -> {
            request(object, begin, into.slice(begin, REQUEST));
            return null;
          }));
      start += REQUEST;
    }
    try {
      request(object, start, into.slice(start, into.limit() - start));
      for (Future<?> request : requests) {
        request.get();
      }
    } catch (ExecutionException failure) {
      throw asThrown(failure);
    } finally {
      requests.forEach(request -> request.cancel(true));
    }
  }

  private static IOException asThrown(ExecutionException failure) throws UnusableSampleException {
    return switch (failure.getCause()) {
      case IOException io -> io;
      case UnusableSampleException unusable -> throw unusable;
      case RuntimeException unforeseen -> throw unforeseen;
      case null, default -> throw new IllegalStateException(failure);
    };
  }

  /// Reads the bytes from `offset` on until the buffer is full; again where that broke.
  void request(SourceObject object, long offset, ByteBuffer into)
      throws IOException, UnusableSampleException, InterruptedException {
    int length = into.remaining();
    for (int attempt = 1; ; attempt++) {
      try (InputStream in = open(object, new ByteRange(offset, length))) {
        int count = fill(in, into.duplicate());
        if (count == length) {
          metrics.add(Counter.BYTES_READ, length);
          return;
        }
        throw new EOFException(
            "%s: expected %d bytes from byte %d, got %d"
                .formatted(object.location(), length, offset, count));
      } catch (InterruptedIOException | ClosedByInterruptException interrupted) {
        throw interrupted(interrupted);
      } catch (IOException broken) {
        if (attempt == ATTEMPTS) {
          throw broken;
        }
        metrics.add(Counter.FETCH_RETRIES, 1);
        Thread.sleep(PAUSE_MILLIS * attempt);
      }
    }
  }

  /// Reads until the buffer is full or the stream ends: straight, where the stream is a channel.
  private static int fill(InputStream in, ByteBuffer into) throws IOException {
    if (into.hasArray()) {
      return in.readNBytes(into.array(), into.arrayOffset() + into.position(), into.remaining());
    }
    int start = into.position();
    ReadableByteChannel channel =
        in instanceof ReadableByteChannel direct ? direct : Channels.newChannel(in);
    while (into.hasRemaining() && channel.read(into) >= 0) {}
    return into.position() - start;
  }

  private static InterruptedException interrupted(IOException cause) {
    InterruptedException interrupted = new InterruptedException(cause.getMessage());
    interrupted.initCause(cause);
    return interrupted;
  }

  /// Opens a range; what a retry cannot mend makes the sample unusable.
  private InputStream open(SourceObject object, ByteRange range)
      throws IOException, UnusableSampleException {
    try {
      return source.open(object, range);
    } catch (NoSuchFileException gone) {
      throw new UnusableSampleException(
          Reason.MISSING_OBJECT, object.location().fileName() + " is gone since it was listed");
    } catch (ObjectChangedException changed) {
      throw new UnusableSampleException(
          Reason.CHANGED_OBJECT,
          object.location().fileName()
              + " is not the version that was listed; build the data set again");
    } catch (AccessDeniedException denied) {
      throw new UnusableSampleException(
          Reason.UNREADABLE, object.location().fileName() + ": access denied");
    }
  }
}
