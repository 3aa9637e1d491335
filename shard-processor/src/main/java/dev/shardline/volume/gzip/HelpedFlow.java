package dev.shardline.volume.gzip;

import dev.shardline.failure.MalformedDataException;
import java.lang.foreign.MemorySegment;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/// A gzip file's bytes: the first ones by the program's own decoder, all of them by native help
/// once the reader knows how many it expects. Where help declines, the own decoder goes on, and
/// says what is wrong with a damaged file.
final class HelpedFlow implements ByteFlow {
  private final MemorySegment file;
  private final WholeInflater help;
  private final GzipFlow own;
  private @Nullable InflatedBytes inflated;
  private long position;
  private boolean kept;

  HelpedFlow(MemorySegment file, WholeInflater help) {
    this.file = file;
    this.help = help;
    this.own = new GzipFlow(file);
  }

  @Override
  public void expect(long bytes) {
    if (inflated == null && bytes <= longestPossible()) {
      position = own.position();
      inflated = help.inflate(file, bytes).orElse(null);
    }
  }

  @Override
  public int read(byte[] into, int at, int length) throws MalformedDataException {
    InflatedBytes all = inflated;
    if (all == null) {
      return own.read(into, at, length);
    }
    int count = (int) Math.min(length, all.bytes().byteSize() - position);
    if (count <= 0) {
      return -1;
    }
    all.copy(position, into, at, count);
    position += count;
    return count;
  }

  @Override
  public Optional<MemorySegment> keep(long bytes, MemoryKeeper keeper) {
    InflatedBytes all = inflated;
    if (all == null
        || kept
        || !all.bytes().isNative()
        || bytes > all.bytes().byteSize() - position) {
      return Optional.empty();
    }
    kept = true;
    position += bytes;
    return Optional.of(all.keep(position - bytes, bytes, keeper));
  }

  @Override
  public long position() {
    return inflated == null ? own.position() : position;
  }

  @Override
  public long longestPossible() {
    return own.longestPossible();
  }

  @Override
  public void drain(long limit) throws MalformedDataException {
    InflatedBytes all = inflated;
    if (all == null) {
      own.drain(limit);
    } else {
      position = Math.min(all.bytes().byteSize(), position + limit);
    }
  }

  @Override
  public void close() {
    if (inflated != null && !kept) {
      inflated.close();
      inflated = null;
    }
  }
}
