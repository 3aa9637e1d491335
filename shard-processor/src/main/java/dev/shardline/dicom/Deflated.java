package dev.shardline.dicom;

import dev.shardline.failure.MalformedDataException;
import dev.shardline.failure.Reason;
import java.util.Arrays;
import java.util.zip.DataFormatException;
import java.util.zip.Inflater;

/// Data sets compressed as a whole (PS3.5, A.5).
final class Deflated {
  private static final int LARGEST = 1 << 30;

  private Deflated() {}

  /// What follows `from`, inflated; grows with what is really there.
  ///
  /// @param whole whether the data must reach its end; if not, as much as there is
  static byte[] inflate(byte[] file, int from, boolean whole) throws MalformedDataException {
    Inflater inflater = new Inflater(true);
    try {
      inflater.setInput(file, from, file.length - from);
      byte[] out = new byte[Math.max(1 << 16, 4 * Math.min(file.length - from, LARGEST / 4))];
      int count = 0;
      while (!inflater.finished()) {
        int more = inflater.inflate(out, count, out.length - count);
        count += more;
        if (more == 0 && count < out.length) {
          if (whole) {
            throw new MalformedDataException(
                Reason.TRUNCATED, "deflated data set", file.length, "more data", "the end");
          }
          break;
        }
        if (count == out.length) {
          out = Arrays.copyOf(out, larger(out.length));
        }
      }
      return Arrays.copyOf(out, count);
    } catch (DataFormatException e) {
      throw new MalformedDataException(
          Reason.MALFORMED, "deflated data set", from, "deflate data", e.getMessage() + "");
    } finally {
      inflater.end();
    }
  }

  private static int larger(int length) throws MalformedDataException {
    if (length >= LARGEST) {
      throw new MalformedDataException(
          Reason.TOO_LARGE, "deflated data set", "at most " + LARGEST + " bytes", "more");
    }
    return Math.min(LARGEST, length * 2);
  }
}
