package dev.shardline.signal.format.onda.arrow;

import static java.nio.charset.StandardCharsets.UTF_8;

import dev.shardline.signal.format.onda.arrow.ArrowField.DictionaryKey;
import dev.shardline.signal.format.onda.arrow.ArrowVector.Nulls;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.apache.arrow.flatbuf.BodyCompression;
import org.apache.arrow.flatbuf.Buffer;
import org.apache.arrow.flatbuf.RecordBatch;

/// Turns the body of a record batch into vectors, field by field, in the order in which nodes and
/// buffers lie there. Every buffer is checked to hold what its node claims before it is read.
final class BatchReader {
  private static final long LARGEST_BUFFER = 1L << 28;

  private final RecordBatch batch;
  private final ByteBuffer body;
  private final Map<Long, ArrowVector> dictionaries;
  private int node;
  private int buffer;

  BatchReader(RecordBatch batch, ByteBuffer body, Map<Long, ArrowVector> dictionaries) {
    this.batch = batch;
    this.body = body;
    this.dictionaries = dictionaries;
  }

  List<ArrowVector> vectors(List<ArrowField> fields) throws BrokenArrow {
    List<ArrowVector> vectors = new ArrayList<>();
    for (ArrowField field : fields) {
      vectors.add(vector(field));
    }
    return vectors;
  }

  private ArrowVector vector(ArrowField field) throws BrokenArrow {
    if (field.dictionary().isPresent()) {
      return indexed(field.name(), field.dictionary().get());
    }
    if (node >= batch.nodesLength()) {
      throw new BrokenArrow("record batch", "a node for '" + field.name() + "'", "none");
    }
    long claimed = batch.nodes(node++).length();
    if (claimed < 0 || claimed > LARGEST_BUFFER) {
      throw new BrokenArrow("length of '" + field.name() + "'", "0 or more", "" + claimed);
    }
    int length = (int) claimed;
    return switch (field.type()) {
      case ArrowType.Whole(int bits, boolean signed) -> {
        Nulls nulls = nulls(length);
        yield new ArrowVector.Longs(longs(length, bits, signed), nulls);
      }
      case ArrowType.Span(long nanoseconds) -> {
        Nulls nulls = nulls(length);
        long[] counts = longs(length, Long.SIZE, true);
        for (int i = 0; i < length; i++) {
          counts[i] *= nanoseconds;
        }
        yield new ArrowVector.Longs(counts, nulls);
      }
      case ArrowType.Floating(int bits) -> {
        Nulls nulls = nulls(length);
        yield new ArrowVector.Doubles(doubles(length, bits), nulls);
      }
      case ArrowType.Text(boolean large) -> {
        Nulls nulls = nulls(length);
        yield new ArrowVector.Texts(texts(length, large), nulls);
      }
      case ArrowType.FixedBytes(int width) -> {
        Nulls nulls = nulls(length);
        ByteBuffer stored = buffer((long) length * width);
        byte[] bytes = new byte[length * width];
        stored.get(bytes);
        yield new ArrowVector.FixedBytes(bytes, width, nulls);
      }
      case ArrowType.Lists(boolean large) -> {
        Nulls nulls = nulls(length);
        int[] offsets = offsets(length, large);
        ArrowVector elements = vector(onlyChild(field));
        requireWithin(offsets, elements.length());
        yield new ArrowVector.Lists(offsets, elements, nulls);
      }
      case ArrowType.Struct() -> struct(field, length);
      case ArrowType.Other(int buffers) -> {
        buffer += buffers;
        vectors(field.children());
        yield new ArrowVector.Unread(length);
      }
    };
  }

  private ArrowVector indexed(String name, DictionaryKey key) throws BrokenArrow {
    ArrowVector values = dictionaries.get(key.id());
    if (values == null) {
      throw new BrokenArrow("column '" + name + "'", "dictionary " + key.id(), "none before it");
    }
    ArrowVector.Longs indices = (ArrowVector.Longs) vector(ArrowField.of(name, key.indices()));
    for (int i = 0; i < indices.length(); i++) {
      long position = indices.values()[i];
      if (!indices.isNull(i) && (position < 0 || position >= values.length())) {
        throw new BrokenArrow(
            "column '" + name + "'",
            "indices into a dictionary of " + values.length(),
            "" + position);
      }
    }
    return new ArrowVector.Indexed(indices, values);
  }

  private static ArrowField onlyChild(ArrowField field) throws BrokenArrow {
    if (field.children().size() != 1) {
      throw new BrokenArrow(
          "column '" + field.name() + "'", "one child", field.children().size() + " children");
    }
    return field.children().getFirst();
  }

  private ArrowVector struct(ArrowField field, int length) throws BrokenArrow {
    Nulls nulls = nulls(length);
    Map<String, ArrowVector> parts = new LinkedHashMap<>();
    for (ArrowField child : field.children()) {
      ArrowVector part = vector(child);
      if (part.length() != length) {
        throw new BrokenArrow(
            "part '" + child.name() + "'", length + " elements", part.length() + " elements");
      }
      parts.put(child.name(), part);
    }
    return new ArrowVector.Structs(length, parts, nulls);
  }

  /// A missing validity buffer means that nothing is null.
  private Nulls nulls(int length) throws BrokenArrow {
    ByteBuffer bits = nextBuffer();
    if (bits.remaining() == 0) {
      return Nulls.NONE;
    }
    byte[] valid = new byte[require(bits, Math.ceilDiv(length, Byte.SIZE)).remaining()];
    bits.get(valid);
    return new Nulls(valid);
  }

  private long[] longs(int length, int bits, boolean signed) throws BrokenArrow {
    int width = bits / Byte.SIZE;
    ByteBuffer bytes = buffer((long) length * width);
    long[] values = new long[length];
    for (int i = 0; i < length; i++) {
      values[i] =
          switch (bits) {
            case 8 -> signed ? bytes.get(i) : bytes.get(i) & 0xff;
            case 16 -> signed ? bytes.getShort(2 * i) : bytes.getShort(2 * i) & 0xffff;
            case 32 -> signed ? bytes.getInt(4 * i) : bytes.getInt(4 * i) & 0xffffffffL;
            default -> bytes.getLong(8 * i);
          };
    }
    return values;
  }

  private double[] doubles(int length, int bits) throws BrokenArrow {
    ByteBuffer bytes = buffer((long) length * bits / Byte.SIZE);
    double[] values = new double[length];
    for (int i = 0; i < length; i++) {
      values[i] = bits == Float.SIZE ? bytes.getFloat(4 * i) : bytes.getDouble(8 * i);
    }
    return values;
  }

  /// An empty column may have no offsets at all.
  private int[] offsets(int length, boolean large) throws BrokenArrow {
    ByteBuffer bytes = nextBuffer();
    if (length == 0 && bytes.remaining() == 0) {
      return new int[1];
    }
    require(bytes, (length + 1L) * (large ? Long.BYTES : Integer.BYTES));
    int[] offsets = new int[length + 1];
    for (int i = 0; i <= length; i++) {
      offsets[i] = large ? requireInt(bytes.getLong(8 * i)) : bytes.getInt(4 * i);
    }
    return offsets;
  }

  private List<String> texts(int length, boolean large) throws BrokenArrow {
    int[] offsets = offsets(length, large);
    ByteBuffer bytes = nextBuffer();
    requireWithin(offsets, bytes.remaining());
    List<String> texts = new ArrayList<>();
    for (int i = 0; i < length; i++) {
      byte[] text = new byte[offsets[i + 1] - offsets[i]];
      bytes.get(offsets[i], text);
      texts.add(new String(text, UTF_8));
    }
    return texts;
  }

  private static void requireWithin(int[] offsets, int end) throws BrokenArrow {
    int previous = 0;
    for (int offset : offsets) {
      if (offset < previous || offset > end) {
        throw new BrokenArrow("offsets", "%d to %d".formatted(previous, end), "" + offset);
      }
      previous = offset;
    }
  }

  private ByteBuffer buffer(long bytes) throws BrokenArrow {
    return require(nextBuffer(), bytes);
  }

  private static ByteBuffer require(ByteBuffer buffer, long bytes) throws BrokenArrow {
    if (buffer.remaining() < bytes) {
      throw new BrokenArrow("buffer", bytes + " bytes", buffer.remaining() + " bytes");
    }
    return buffer;
  }

  private ByteBuffer nextBuffer() throws BrokenArrow {
    if (buffer >= batch.buffersLength()) {
      throw new BrokenArrow("record batch", "more than %d buffers".formatted(buffer), "no more");
    }
    Buffer described = batch.buffers(buffer++);
    long offset = described.offset();
    long length = described.length();
    if (offset < 0 || length < 0 || offset > body.capacity() - length) {
      throw new BrokenArrow(
          "buffer",
          "a range of the %d bytes of the body".formatted(body.capacity()),
          "%d bytes from %d on".formatted(length, offset));
    }
    ByteBuffer bytes = body.slice((int) offset, (int) length).order(ByteOrder.LITTLE_ENDIAN);
    BodyCompression compression = batch.compression();
    return compression == null || length == 0
        ? bytes
        : new CompressedBuffer(compression.codec(), LARGEST_BUFFER).plain(bytes);
  }

  private static int requireInt(long number) throws BrokenArrow {
    if (number < 0 || number > LARGEST_BUFFER) {
      throw new BrokenArrow("size", "at most " + LARGEST_BUFFER, "" + number);
    }
    return (int) number;
  }
}
