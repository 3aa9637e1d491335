package dev.shardline.shard;

import dev.shardline.data.ElementType;
import dev.shardline.data.Tensor;
import dev.shardline.failure.MalformedDataException;
import dev.shardline.failure.Reason;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// Reads back what [NpyEncoding] writes: NPY version 1.0 in C order, little-endian, of the types
/// that tensors have.
public final class NpyDecoding {
  private static final byte[] MAGIC = {(byte) 0x93, 'N', 'U', 'M', 'P', 'Y', 1, 0};
  private static final int HEADER_AT = MAGIC.length + 2;
  private static final Pattern HEADER =
      Pattern.compile(
          "\\{'descr': '([^']+)', 'fortran_order': (True|False), 'shape': \\(([0-9, ]*)\\),"
              + " \\}\\s*");

  private NpyDecoding() {}

  /// Whether bytes begin as an NPY file of this version.
  public static boolean recognises(byte[] head) {
    return head.length >= MAGIC.length
        && Arrays.equals(head, 0, MAGIC.length, MAGIC, 0, MAGIC.length);
  }

  /// The tensor of a whole file.
  ///
  /// @throws MalformedDataException if the bytes are no such file
  public static Tensor tensor(byte[] file) throws MalformedDataException {
    if (!recognises(file) || file.length < HEADER_AT) {
      throw malformed("magic string", 0, "\\x93NUMPY, version 1.0", "something else");
    }
    int length = (file[MAGIC.length] & 0xFF) | (file[MAGIC.length + 1] & 0xFF) << 8;
    int dataAt = HEADER_AT + length;
    if (dataAt > file.length) {
      throw truncated("header", HEADER_AT, dataAt, file.length);
    }
    String text = new String(file, HEADER_AT, length, StandardCharsets.US_ASCII);
    Matcher header = HEADER.matcher(text);
    if (!header.matches() || header.group(2).equals("True")) {
      throw malformed("header", HEADER_AT, "descr, C order and shape", text.strip());
    }
    ElementType type = type(header.group(1));
    int[] shape = shape(header.group(3));
    long bytes = elements(shape) * type.bytes();
    if (bytes != file.length - dataAt) {
      throw truncated("elements", dataAt, dataAt + bytes, file.length);
    }
    return Tensor.of(type, shape, Arrays.copyOfRange(file, dataAt, file.length));
  }

  private static ElementType type(String descriptor) throws MalformedDataException {
    return Arrays.stream(ElementType.values())
        .filter(type -> type.npyDescriptor().equals(descriptor))
        .findFirst()
        .orElseThrow(() ->
            new MalformedDataException(
                Reason.UNSUPPORTED, "descr", HEADER_AT, "a type of tensors", descriptor));
  }

  private static int[] shape(String text) throws MalformedDataException {
    try {
      return Arrays.stream(text.split(",", -1))
          .map(String::strip)
          .filter(extent -> !extent.isEmpty())
          .mapToInt(Integer::parseInt)
          .toArray();
    } catch (NumberFormatException _) {
      throw malformed("shape", HEADER_AT, "extents below 2^31", text);
    }
  }

  private static long elements(int[] shape) throws MalformedDataException {
    long elements = 1;
    for (int extent : shape) {
      if (Math.multiplyHigh(elements, extent) != 0 || elements * extent > Integer.MAX_VALUE) {
        throw malformed("shape", HEADER_AT, "at most 2^31 elements", Arrays.toString(shape));
      }
      elements *= extent;
    }
    return elements;
  }

  private static MalformedDataException malformed(
      String field, long offset, String expected, String found) {
    return new MalformedDataException(Reason.MALFORMED, field, offset, expected, found);
  }

  private static MalformedDataException truncated(
      String field, long offset, long expected, long found) {
    return new MalformedDataException(
        Reason.TRUNCATED, field, offset, "a file of " + expected + " bytes", found + " bytes");
  }
}
