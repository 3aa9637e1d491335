package dev.shardline.image.codec;

import dev.shardline.failure.MalformedDataException;
import dev.shardline.failure.Reason;
import java.io.EOFException;
import java.io.IOException;
import java.nio.ByteBuffer;
import jj2000.j2k.util.FacilityManager;
import jj2000.j2k.util.MsgLogger;

/// Decodes JPEG 2000 of one component, up to 16 bits: a bare codestream or one in a JP2 file. By
/// JJ2000, lossy pictures with OpenJPEG's arithmetic: the same values as OpenJPEG's.
public final class Jpeg2000 {
  private static final int SIZE_SEGMENT = 0xFF4F_FF51;
  private static final int SIZE_LENGTH = 47;
  private static final long MOST_TILES = 4096;

  static {
    FacilityManager.registerMsgLogger(null, new Silence());
  }

  private Jpeg2000() {}

  /// The values of a picture, row by row. Safe for many threads.
  ///
  /// @throws MalformedDataException if it is damaged or of another size
  public static int[] decode(byte[] file, int rows, int columns) throws MalformedDataException {
    requireSize(ByteBuffer.wrap(file), rows, columns);
    try (FiniteInput input = new FiniteInput(file)) {
      return new Jpeg2000Codestream(input).read(rows, columns);
    } catch (EOFException e) {
      throw new MalformedDataException(
          Reason.TRUNCATED, "JPEG 2000 frame", "a whole picture", "the end of the data");
    } catch (IOException | RuntimeException e) {
      throw malformed("a whole picture", String.valueOf(e.getMessage()));
    }
  }

  /// ITU-T T.800, A.5.1.
  private static void requireSize(ByteBuffer file, int rows, int columns)
      throws MalformedDataException {
    int start = 0;
    while (start + SIZE_LENGTH <= file.limit() && file.getInt(start) != SIZE_SEGMENT) {
      start++;
    }
    if (start + SIZE_LENGTH > file.limit()) {
      throw new MalformedDataException(
          Reason.TRUNCATED, "JPEG 2000 frame", start, "the SIZ segment", "the end");
    }
    long width = span(file, start + 8, start + 16);
    long height = span(file, start + 12, start + 20);
    boolean one = file.getShort(start + 40) == 1 && file.getShort(start + 43) == 0x0101;
    int bits = (file.get(start + 42) & 0x7F) + 1;
    if (width != columns || height != rows || !one || bits > Short.SIZE) {
      throw malformed(
          "%d x %d pixels of one component, up to 16 bits".formatted(rows, columns),
          "%d x %d of %d, %d bits".formatted(height, width, file.getShort(start + 40), bits));
    }
    long tileWidth = file.getInt(start + 24) & 0xFFFF_FFFFL;
    long tileHeight = file.getInt(start + 28) & 0xFFFF_FFFFL;
    if (tileWidth == 0
        || tileHeight == 0
        || (width / tileWidth + 1) * (height / tileHeight + 1) > MOST_TILES) {
      throw malformed("at most %d tiles".formatted(MOST_TILES), tileWidth + " x " + tileHeight);
    }
  }

  private static long span(ByteBuffer file, int end, int start) {
    return (file.getInt(end) & 0xFFFF_FFFFL) - (file.getInt(start) & 0xFFFF_FFFFL);
  }

  private static MalformedDataException malformed(String expected, String found) {
    return new MalformedDataException(Reason.MALFORMED, "JPEG 2000 frame", expected, found);
  }

  /// JJ2000 would write its remarks to standard output.
  private static final class Silence implements MsgLogger {
    @Override
    public void printmsg(int severity, String message) {}

    @Override
    public void println(String text, int indent, int hanging) {}

    @Override
    public void flush() {}
  }
}
