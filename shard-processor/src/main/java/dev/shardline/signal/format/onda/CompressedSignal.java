package dev.shardline.signal.format.onda;

import com.github.luben.zstd.ZstdIOException;
import com.github.luben.zstd.ZstdInputStream;
import dev.shardline.failure.MalformedDataException;
import dev.shardline.failure.Reason;
import dev.shardline.signal.format.ByteSource;
import dev.shardline.signal.format.raw.NumberEncoding;
import dev.shardline.signal.format.raw.RawSignal;
import dev.shardline.signal.format.raw.RawSink;
import dev.shardline.signal.format.raw.SourceStream;
import java.io.IOException;
import java.io.InputStream;
import java.util.List;
import java.util.Optional;

/// Reads `lpcm.zst`: forwards as far as asked, from the start again when asked for what has passed.
/// Memory is that of zstd's window and one stretch of frames.
final class CompressedSignal implements RawSignal {
  private static final int STRETCH_BYTES = 1 << 16;

  private final ByteSource source;
  private final OndaSignal signal;
  private final List<Integer> tracks;
  private final int stretch;
  private final byte[] frames;
  private final double[] numbers;
  private Optional<InputStream> stream = Optional.empty();
  private long nextFrame;

  /// @param tracks which channel of the signal each row is
  CompressedSignal(ByteSource source, OndaSignal signal, List<Integer> tracks) {
    this.source = source;
    this.signal = signal;
    this.tracks = List.copyOf(tracks);
    this.stretch = Math.max(1, STRETCH_BYTES / signal.frameBytes());
    this.frames = new byte[stretch * signal.frameBytes()];
    this.numbers = new double[stretch];
  }

  @Override
  public void read(long start, long stop, RawSink sink) throws MalformedDataException, IOException {
    if (stream.isEmpty() || start < nextFrame) {
      restart();
    }
    while (nextFrame < stop) {
      long bound = nextFrame < start ? start : stop;
      int count = (int) Math.min(stretch, bound - nextFrame);
      readFrames(count);
      if (nextFrame >= start) {
        decode((int) (nextFrame - start), count, sink);
      }
      nextFrame += count;
    }
    if (nextFrame == signal.timePoints()) {
      requireEnd();
    }
  }

  private void restart() throws IOException {
    if (stream.isPresent()) {
      stream.get().close();
    }
    stream = Optional.of(new ZstdInputStream(new SourceStream(source)));
    nextFrame = 0;
  }

  private void readFrames(int count) throws MalformedDataException, IOException {
    int wanted = count * signal.frameBytes();
    int found = readBytes(frames, wanted);
    if (found < wanted) {
      throw new MalformedDataException(
          Reason.TRUNCATED,
          signal.filePath(),
          nextFrame * signal.frameBytes() + found,
          "%d time points of %d bytes, uncompressed"
              .formatted(signal.timePoints(), signal.frameBytes()),
          "the end of the stream");
    }
  }

  private int readBytes(byte[] into, int wanted) throws MalformedDataException, IOException {
    try {
      return stream.orElseThrow().readNBytes(into, 0, wanted);
    } catch (ZstdIOException broken) {
      throw new MalformedDataException(
          Reason.MALFORMED,
          signal.filePath(),
          nextFrame * signal.frameBytes(),
          "a zstd stream",
          "" + broken.getMessage());
    }
  }

  private void decode(int at, int count, RawSink sink) {
    NumberEncoding encoding = signal.encoding().type().encoding();
    for (int row = 0; row < tracks.size(); row++) {
      int index = tracks.get(row) * encoding.bytes();
      encoding.decode(frames, index, signal.frameBytes(), count, numbers);
      sink.accept(row, at, numbers, count);
    }
  }

  private void requireEnd() throws MalformedDataException, IOException {
    if (readBytes(frames, 1) > 0) {
      throw new MalformedDataException(
          Reason.MALFORMED,
          signal.filePath(),
          signal.timePoints() * signal.frameBytes(),
          "the end, after %d time points".formatted(signal.timePoints()),
          "more bytes");
    }
    stream.orElseThrow().close();
    stream = Optional.empty();
  }
}
