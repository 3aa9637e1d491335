package dev.shardline.signal.format.npy;

import static java.nio.charset.StandardCharsets.ISO_8859_1;

import dev.shardline.failure.MalformedDataException;
import dev.shardline.failure.Reason;
import dev.shardline.signal.format.ByteSource;
import dev.shardline.signal.format.raw.NumberEncoding;
import dev.shardline.signal.format.raw.NumberType;
import java.io.IOException;
import java.nio.ByteOrder;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// The header of an NPY file.
///
/// @param encoding of the elements
/// @param fortranOrder whether the first axis is the contiguous one
/// @param shape extents, outermost axis first
/// @param dataOffset where the elements start
record NpyHeader(NumberEncoding encoding, boolean fortranOrder, List<Long> shape, long dataOffset) {
  static final byte[] MAGIC = {(byte) 0x93, 'N', 'U', 'M', 'P', 'Y'};

  private static final int PREFIX_BYTES = MAGIC.length + 2;
  private static final int LARGEST_HEADER = 65_535;
  private static final Pattern DESCRIPTOR =
      Pattern.compile("'descr'\\s*:\\s*'([<>|=])([a-z])(\\d+)'");
  private static final Pattern ANY_DESCRIPTOR = Pattern.compile("'descr'\\s*:\\s*([^,}]*)");
  private static final Pattern ORDER = Pattern.compile("'fortran_order'\\s*:\\s*(True|False)");
  private static final Pattern SHAPE = Pattern.compile("'shape'\\s*:\\s*\\(([\\d\\s,L]*)\\)");

  NpyHeader {
    shape = List.copyOf(shape);
  }

  static NpyHeader parse(ByteSource source) throws MalformedDataException, IOException {
    byte[] prefix = read(source, 0, PREFIX_BYTES + 4);
    for (int i = 0; i < MAGIC.length; i++) {
      if (prefix[i] != MAGIC[i]) {
        throw malformed("magic string", i, "byte " + (MAGIC[i] & 0xff), "" + (prefix[i] & 0xff));
      }
    }
    int lengthBytes = prefix[MAGIC.length] == 1 ? 2 : 4;
    long length = 0;
    for (int i = 0; i < lengthBytes; i++) {
      length |= (prefix[PREFIX_BYTES + i] & 0xffL) << Byte.SIZE * i;
    }
    int major = prefix[MAGIC.length];
    if (major < 1 || major > 3 || length > LARGEST_HEADER) {
      throw malformed(
          "version and header length",
          MAGIC.length,
          "version 1 to 3 and at most " + LARGEST_HEADER,
          "version %d and %d".formatted(major, length));
    }
    int start = PREFIX_BYTES + lengthBytes;
    String text = new String(read(source, start, (int) length), ISO_8859_1);
    return new NpyHeader(
        encoding(text, start),
        group(ORDER, text, "fortran_order", start).equals("True"),
        shape(text, start),
        start + length);
  }

  private static byte[] read(ByteSource source, int offset, int length)
      throws MalformedDataException, IOException {
    if (source.size() < offset + length) {
      throw new MalformedDataException(
          source.size() == 0 ? Reason.EMPTY : Reason.TRUNCATED,
          "header",
          source.size(),
          offset + length + " bytes or more",
          source.size() + " bytes");
    }
    byte[] bytes = new byte[length];
    source.read(offset, bytes, 0, length);
    return bytes;
  }

  private static NumberEncoding encoding(String text, int start) throws MalformedDataException {
    Matcher matcher = DESCRIPTOR.matcher(text);
    if (!matcher.find()) {
      throw unsupported(group(ANY_DESCRIPTOR, text, "descr", start), start);
    }
    NumberType type =
        switch (matcher.group(2) + matcher.group(3)) {
          case "i1" -> NumberType.INT8;
          case "u1" -> NumberType.UINT8;
          case "i2" -> NumberType.INT16;
          case "u2" -> NumberType.UINT16;
          case "i4" -> NumberType.INT32;
          case "u4" -> NumberType.UINT32;
          case "i8" -> NumberType.INT64;
          case "u8" -> NumberType.UINT64;
          case "f2" -> NumberType.FLOAT16;
          case "f4" -> NumberType.FLOAT32;
          case "f8" -> NumberType.FLOAT64;
          default -> throw unsupported(matcher.group(), start);
        };
    return new NumberEncoding(
        type, matcher.group(1).equals(">") ? ByteOrder.BIG_ENDIAN : ByteOrder.LITTLE_ENDIAN);
  }

  private static MalformedDataException unsupported(String found, int start) {
    return new MalformedDataException(
        Reason.UNSUPPORTED, "descr", start, "integers or floats of 1 to 8 bytes", found);
  }

  private static List<Long> shape(String text, int start) throws MalformedDataException {
    List<Long> shape = new ArrayList<>();
    for (String extent : group(SHAPE, text, "shape", start).split(",")) {
      String digits = extent.replace("L", "").strip();
      if (digits.length() > 15 || !digits.isEmpty() && !digits.matches("\\d+")) {
        throw malformed("shape", start, "whole numbers of at most 15 digits", extent);
      }
      if (!digits.isEmpty()) {
        shape.add(Long.parseLong(digits));
      }
    }
    return shape;
  }

  private static String group(Pattern pattern, String text, String field, int start)
      throws MalformedDataException {
    Matcher matcher = pattern.matcher(text);
    if (!matcher.find()) {
      throw malformed(field, start, "this key and its value", "'" + text.strip() + "'");
    }
    return matcher.group(1);
  }

  private static MalformedDataException malformed(
      String field, long offset, String expected, String found) {
    return new MalformedDataException(Reason.MALFORMED, field, offset, expected, found);
  }
}
