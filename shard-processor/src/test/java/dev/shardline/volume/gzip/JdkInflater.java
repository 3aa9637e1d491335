package dev.shardline.volume.gzip;

import java.lang.foreign.MemorySegment;
import java.lang.foreign.ValueLayout;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.zip.CRC32;
import java.util.zip.DataFormatException;
import java.util.zip.Inflater;

/// Help that every machine has, so that what goes on around it is tested everywhere. Inflates files
/// of one sound member with a plain header, and no others.
final class JdkInflater implements WholeInflater {
  private static final int HEADER = 10;
  private static final int TRAILER = 8;
  private static final byte[] PLAIN = {0x1f, (byte) 0x8b, 8, 0};

  final List<Boolean> given = new ArrayList<>();
  int open;

  @Override
  public Optional<InflatedBytes> inflate(MemorySegment memory, long expected) {
    byte[] file = memory.toArray(ValueLayout.JAVA_BYTE);
    boolean plain = file.length >= HEADER + TRAILER && Arrays.equals(Arrays.copyOf(file, 4), PLAIN);
    Optional<InflatedBytes> inflated = plain ? member(file, expected) : Optional.empty();
    given.add(inflated.isPresent());
    return inflated;
  }

  private Optional<InflatedBytes> member(byte[] file, long expected) {
    byte[] bytes = new byte[(int) Math.min(expected, 1 << 22) + 1];
    Inflater inflater = new Inflater(true);
    try {
      inflater.setInput(file, HEADER, file.length - HEADER);
      int length = inflater.inflate(bytes);
      int trailer = file.length - inflater.getRemaining();
      if (!inflater.finished() || length > expected || !ends(file, trailer, bytes, length)) {
        return Optional.empty();
      }
      open++;
      MemorySegment whole = MemorySegment.ofArray(bytes).asSlice(0, length);
      return Optional.of(new InflatedBytes(whole, () -> open--));
    } catch (DataFormatException damaged) {
      return Optional.empty();
    } finally {
      inflater.end();
    }
  }

  /// Whether the right trailer follows, and behind it nothing but zeros.
  private static boolean ends(byte[] file, int trailer, byte[] bytes, int length) {
    if (file.length < trailer + TRAILER) {
      return false;
    }
    CRC32 crc = new CRC32();
    crc.update(bytes, 0, length);
    ByteBuffer stored = ByteBuffer.wrap(file, trailer, TRAILER).order(ByteOrder.LITTLE_ENDIAN);
    byte[] rest = Arrays.copyOfRange(file, trailer + TRAILER, file.length);
    return stored.getInt() == (int) crc.getValue()
        && stored.getInt() == length
        && Arrays.equals(rest, new byte[rest.length]);
  }
}
