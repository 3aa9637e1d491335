package dev.shardline.conformance;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// An array from a reference file, as NumPy's `save` wrote it (format 1.0, C order).
///
/// @param descriptor the element type: `|u1`, `<f4`
/// @param shape the extents, outermost first
/// @param data the elements
@SuppressWarnings("ArrayRecordComponent") // identity is never asked of it
public record NpyArray(String descriptor, int[] shape, byte[] data) {
  private static final Pattern HEADER =
      Pattern.compile("'descr': '([^']+)', 'fortran_order': False, 'shape': \\(([^)]*)\\)");

  public static NpyArray read(Path file) throws IOException {
    byte[] bytes = Files.readAllBytes(file);
    int length = ByteBuffer.wrap(bytes).order(ByteOrder.LITTLE_ENDIAN).getShort(8) & 0xFFFF;
    Matcher header = HEADER.matcher(new String(bytes, 10, length, StandardCharsets.US_ASCII));
    if (!header.find()) {
      throw new IOException("Not a C-order NPY file: " + file);
    }
    int[] shape =
        Arrays.stream(header.group(2).split(","))
            .map(String::strip)
            .filter(extent -> !extent.isEmpty())
            .mapToInt(Integer::parseInt)
            .toArray();
    return new NpyArray(
        header.group(1), shape, Arrays.copyOfRange(bytes, 10 + length, bytes.length));
  }
}
