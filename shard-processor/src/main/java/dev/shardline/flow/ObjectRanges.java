package dev.shardline.flow;

import dev.shardline.dataset.SourceObject;
import dev.shardline.digest.Digest;
import dev.shardline.failure.MalformedDataException;
import dev.shardline.failure.RetryableException;
import dev.shardline.recipe.SourceRanges.RangedObject;
import dev.shardline.recipe.UnusableObjectException;
import java.io.EOFException;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.security.MessageDigest;
import java.util.concurrent.CancellationException;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Future;
import org.jspecify.annotations.Nullable;

/// An object that is read by blocks: two at hand, so that a reader may look back across a border,
/// the next one on its way while reading ascends. A block that is read in its turn goes into the
/// object's digest, so that one pass over the object gives both. For one thread.
final class ObjectRanges implements RangedObject {
  /// Large enough that a request's latency does not count.
  static final int BLOCK = 4 << 20;

  /// The blocks that are held at once: two at hand, one on its way, and one that is being replaced.
  static final int HELD_BLOCKS = 4;

  private final SourceObject object;
  private final ObjectReader reader;
  private final ExecutorService threads;
  private final MessageDigest sha256 = Digest.sha256();
  private byte[] block = new byte[0];
  private long number = -1;
  private byte[] otherBlock = new byte[0];
  private long otherNumber = -1;
  private long digested;
  private @Nullable Future<byte[]> next;
  private long nextNumber = -1;

  ObjectRanges(SourceObject object, ObjectReader reader, ExecutorService threads) {
    this.object = object;
    this.reader = reader;
    this.threads = threads;
  }

  @Override
  public String name() {
    return object.location().fileName();
  }

  @Override
  public long bytes() {
    return object.bytes();
  }

  @Override
  public void read(long offset, byte[] into, int at, int length) throws IOException {
    if (offset < 0 || offset > bytes() - length) {
      throw new EOFException(
          "Bytes %d to %d of %s asked, it has %d"
              .formatted(offset, offset + length, name(), bytes()));
    }
    int done = 0;
    while (done < length) {
      load((offset + done) / BLOCK);
      int start = (int) ((offset + done) % BLOCK);
      int count = Math.min(length - done, block.length - start);
      System.arraycopy(block, start, into, at + done, count);
      done += count;
    }
  }

  @Override
  public Digest digest() throws UnusableObjectException {
    while (digested * BLOCK < bytes()) {
      load(digested);
    }
    return Digest.of(sha256);
  }

  private void load(long wanted) throws UnusableObjectException {
    if (wanted != number) {
      take(wanted);
    }
    if (wanted == digested) {
      sha256.update(block);
      digested++;
    }
  }

  private void take(long wanted) throws UnusableObjectException {
    boolean ascending = wanted == Math.max(number, otherNumber) + 1;
    byte[] taken = wanted == otherNumber ? otherBlock : fresh(wanted);
    otherBlock = block;
    otherNumber = number;
    block = taken;
    number = wanted;
    if (ascending && nextNumber != wanted + 1 && (wanted + 1) * BLOCK < bytes()) {
      nextNumber = wanted + 1;
      next = threads.submit(() -> fetch(wanted + 1));
    }
  }

  private byte[] fresh(long wanted) throws UnusableObjectException {
    return wanted == nextNumber ? arrived() : fetch(wanted);
  }

  private byte[] arrived() throws UnusableObjectException {
    Future<byte[]> coming = next;
    nextNumber = -1;
    next = null;
    if (coming == null) {
      throw new IllegalStateException("No block is on its way");
    }
    try {
      return coming.get();
    } catch (ExecutionException failure) {
      throw asThrown(failure);
    } catch (InterruptedException | CancellationException interrupted) {
      throw stopped(interrupted);
    }
  }

  private static UnusableObjectException asThrown(ExecutionException failure) {
    return switch (failure.getCause()) {
      case UnusableObjectException unusable -> unusable;
      case RuntimeException unforeseen -> throw unforeseen;
      case null, default -> throw new IllegalStateException(failure);
    };
  }

  private byte[] fetch(long wanted) throws UnusableObjectException {
    long start = wanted * BLOCK;
    byte[] bytes = new byte[(int) Math.min(BLOCK, bytes() - start)];
    try {
      reader.request(object, start, ByteBuffer.wrap(bytes));
      return bytes;
    } catch (UnusableSampleException unusable) {
      throw new UnusableObjectException(
          new MalformedDataException(
              unusable.reason(), name(), start, "the listed object", unusable.getMessage() + ""));
    } catch (IOException failure) {
      throw new RetryableException(
          "%s cannot be read: %s".formatted(object.location(), failure.getMessage()), failure);
    } catch (InterruptedException interrupted) {
      throw stopped(interrupted);
    }
  }

  private RetryableException stopped(Exception cause) {
    Thread.currentThread().interrupt();
    return new RetryableException("Stopped while reading " + object.location(), cause);
  }
}
