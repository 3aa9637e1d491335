package dev.shardline.report;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// An array of one of our own `.npy` files as numbers to draw.
///
/// @param shape outermost axis first
/// @param values in C order
@SuppressWarnings("ArrayRecordComponent") // short-lived, never compared
record NpyFile(int[] shape, float[] values) {
  private static final Pattern HEADER =
      Pattern.compile("'descr': '([^']+)'.*'shape': \\(([0-9, ]*)\\)", Pattern.DOTALL);
  private static final int HEADER_LENGTH_AT = 8;
  private static final int HEADER_AT = 10;

  /// Parses the file; empty if it is not one of the kinds that can be drawn.
  static Optional<NpyFile> parse(byte[] file) {
    if (file.length < HEADER_AT || (file[0] & 0xFF) != 0x93) {
      return Optional.empty();
    }
    ByteBuffer buffer = ByteBuffer.wrap(file).order(ByteOrder.LITTLE_ENDIAN);
    int headerLength = buffer.getShort(HEADER_LENGTH_AT) & 0xFFFF;
    String header = new String(file, HEADER_AT, headerLength, StandardCharsets.US_ASCII);
    Matcher matcher = HEADER.matcher(header);
    if (!matcher.find()) {
      return Optional.empty();
    }
    int[] shape =
        Arrays.stream(matcher.group(2).split(","))
            .map(String::strip)
            .filter(extent -> !extent.isEmpty())
            .mapToInt(Integer::parseInt)
            .toArray();
    buffer.position(HEADER_AT + headerLength);
    float[] values = new float[Arrays.stream(shape).reduce(1, (a, b) -> a * b)];
    for (int i = 0; i < values.length; i++) {
      switch (matcher.group(1)) {
        case "|u1" -> values[i] = buffer.get() & 0xFF;
        case "<i2" -> values[i] = buffer.getShort();
        case "<u2" -> values[i] = buffer.getShort() & 0xFFFF;
        case "<i4" -> values[i] = buffer.getInt();
        case "<f4" -> values[i] = buffer.getFloat();
        case "<f8" -> values[i] = (float) buffer.getDouble();
        default -> {
          return Optional.empty();
        }
      }
    }
    return Optional.of(new NpyFile(shape, values));
  }
}
