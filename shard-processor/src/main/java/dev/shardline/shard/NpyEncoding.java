package dev.shardline.shard;

import dev.shardline.data.ElementType;
import dev.shardline.data.Tensor;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/// The NPY format, version 1.0 (NEP 1): C order, little-endian, the header padded to a multiple of
/// 64 bytes as NumPy pads it.
public final class NpyEncoding {
  private static final byte[] MAGIC = {(byte) 0x93, 'N', 'U', 'M', 'P', 'Y', 1, 0};
  private static final int ALIGNMENT = 64;
  private static final int LENGTH_BYTES = 2;

  private NpyEncoding() {}

  /// The header of an array.
  public static byte[] header(ElementType type, int... shape) {
    String dimensions =
        IntStream.of(shape).mapToObj(String::valueOf).collect(Collectors.joining(", "));
    String dictionary =
        "{'descr': '%s', 'fortran_order': False, 'shape': (%s%s), }"
            .formatted(type.npyDescriptor(), dimensions, shape.length == 1 ? "," : "");
    int unpadded = MAGIC.length + LENGTH_BYTES + dictionary.length() + 1;
    int total = (unpadded + ALIGNMENT - 1) / ALIGNMENT * ALIGNMENT;
    byte[] header = Arrays.copyOf(MAGIC, total);
    int dictionaryBytes = total - MAGIC.length - LENGTH_BYTES;
    header[MAGIC.length] = (byte) dictionaryBytes;
    header[MAGIC.length + 1] = (byte) (dictionaryBytes >>> 8);
    int start = MAGIC.length + LENGTH_BYTES;
    byte[] text = dictionary.getBytes(StandardCharsets.US_ASCII);
    System.arraycopy(text, 0, header, start, text.length);
    Arrays.fill(header, start + text.length, total - 1, (byte) ' ');
    header[total - 1] = '\n';
    return header;
  }

  /// The header of a tensor.
  public static byte[] header(Tensor tensor) {
    return header(tensor.type(), tensor.shape());
  }
}
