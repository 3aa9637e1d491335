package dev.shardline.signal.format.onda.arrow;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.ByteArrayOutputStream;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.ArrayList;
import java.util.List;

/// Lays the buffers of vectors out one after the other, each on a multiple of eight bytes, and
/// notes where they are.
final class BodyWriter {
  private static final int ALIGNMENT = 8;

  private final ByteArrayOutputStream out = new ByteArrayOutputStream();
  private final List<Integer> lengths = new ArrayList<>();
  private final List<Range> ranges = new ArrayList<>();

  /// Where a buffer lies in the body.
  record Range(long offset, long length) {}

  void columns(List<ArrowVector> vectors) {
    vectors.forEach(this::vector);
  }

  private void vector(ArrowVector vector) {
    lengths.add(vector.length());
    switch (vector) {
      case ArrowVector.Longs longs -> {
        noNulls();
        ByteBuffer bytes = allocate(longs.length() * Long.BYTES);
        for (long value : longs.values()) {
          bytes.putLong(value);
        }
        buffer(bytes.array());
      }
      case ArrowVector.Doubles doubles -> {
        noNulls();
        ByteBuffer bytes = allocate(doubles.length() * Double.BYTES);
        for (double value : doubles.values()) {
          bytes.putDouble(value);
        }
        buffer(bytes.array());
      }
      case ArrowVector.Texts texts -> texts(texts);
      case ArrowVector.FixedBytes fixed -> {
        noNulls();
        buffer(fixed.bytes());
      }
      case ArrowVector.Lists lists -> {
        noNulls();
        offsets(lists.offsets());
        vector(lists.elements());
      }
      case ArrowVector.Structs structs -> {
        noNulls();
        structs.fields().values().forEach(this::vector);
      }
      case ArrowVector.Indexed indexed ->
          throw new IllegalArgumentException("Dictionaries are not written");
      case ArrowVector.Unread unread ->
          throw new IllegalArgumentException("Values that were not read cannot be written");
    }
  }

  private void texts(ArrowVector.Texts texts) {
    noNulls();
    int[] offsets = new int[texts.length() + 1];
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    for (int i = 0; i < texts.length(); i++) {
      bytes.writeBytes(texts.values().get(i).getBytes(UTF_8));
      offsets[i + 1] = bytes.size();
    }
    offsets(offsets);
    buffer(bytes.toByteArray());
  }

  private void offsets(int[] offsets) {
    ByteBuffer bytes = allocate(offsets.length * Integer.BYTES);
    for (int offset : offsets) {
      bytes.putInt(offset);
    }
    buffer(bytes.array());
  }

  private static ByteBuffer allocate(int bytes) {
    return ByteBuffer.allocate(bytes).order(ByteOrder.LITTLE_ENDIAN);
  }

  /// An empty validity buffer says that nothing is null.
  private void noNulls() {
    buffer(new byte[0]);
  }

  private void buffer(byte[] bytes) {
    ranges.add(new Range(out.size(), bytes.length));
    out.writeBytes(bytes);
    while (out.size() % ALIGNMENT != 0) {
      out.write(0);
    }
  }

  /// The length of every vector, outer before inner.
  List<Integer> lengths() {
    return lengths;
  }

  List<Range> ranges() {
    return ranges;
  }

  byte[] bytes() {
    return out.toByteArray();
  }
}
