package dev.shardline.dicom;

import dev.shardline.failure.MalformedDataException;
import dev.shardline.failure.Reason;
import java.util.Arrays;
import java.util.zip.DataFormatException;
import java.util.zip.Inflater;

/// Data sets compressed as a whole (PS3.5, A.5).
final class Deflated {
  private Deflated() {}

  /// What follows `from`, inflated to its end; grows with what is really there.
  ///
  /// @param most the most that may come out
  static byte[] whole(byte[] file, int from, int most) throws MalformedDataException {
    return inflate(file, from, most, true);
  }

  /// The beginning of what follows `from`, inflated as far as the file goes.
  ///
  /// @param most how much is wanted
  static byte[] beginning(byte[] file, int from, int most) throws MalformedDataException {
    return inflate(file, from, most, false);
  }

  private static byte[] inflate(byte[] file, int from, int most, boolean whole)
      throws MalformedDataException {
    Inflater inflater = new Inflater(true);
    try {
      inflater.setInput(file, from, file.length - from);
      byte[] out =
          new byte[Math.min(most, Math.max(1 << 16, 4 * Math.min(file.length - from, most / 4)))];
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
        if (count == most && !whole) {
          break;
        }
        if (count == out.length && !inflater.finished()) {
          out = Arrays.copyOf(out, larger(out.length, most));
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

  private static int larger(int length, int most) throws MalformedDataException {
    if (length >= most) {
      throw new MalformedDataException(
          Reason.TOO_LARGE,
          "deflated data set",
          "at most %d bytes, as its rows, columns and frames say".formatted(most),
          "more");
    }
    return (int) Math.min(most, 2L * length);
  }
}
