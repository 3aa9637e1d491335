package dev.shardline.shard;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.shardline.data.ElementType;
import dev.shardline.data.Tensor;
import dev.shardline.digest.CanonicalJson;
import dev.shardline.failure.MalformedDataException;
import dev.shardline.failure.Reason;
import dev.shardline.failure.UsageException;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;

/// MDS, the format of mosaicml-streaming (version 2): columns `class_index` (int), `data` and each
/// companion (ndarray of any type and shape), `json`, `key` (str), in the order of their names. A
/// shard: u32 count, count + 1 u32 offsets, the columns as JSON, the records; a record: u32 sizes
/// of the columns of variable size, then the columns. [MdsIndex] makes the `index.json` beside
/// them.
public final class MdsFormat implements ShardFormat {
  private static final long MOST_BYTES = 0xFFFFFFFFL;
  private static final int U32 = 4;

  @Override
  public String name() {
    return "mds";
  }

  @Override
  public String suffix() {
    return ".mds";
  }

  /// The head is the shard's JSON of columns, equal for all records of a shard.
  @Override
  public EncodedRecord encode(ShardRecord record) throws MalformedDataException {
    SortedMap<String, Column> columns = columns(record);
    byte[] head = CanonicalJson.line(describe(columns));
    LittleEndian lengths = new LittleEndian();
    columns.values().stream()
        .filter(column -> !column.isFixed())
        .forEach(column -> lengths.u32(column.content().length));
    RecordPieces pieces = new RecordPieces().add(lengths.toBytes());
    columns.values().forEach(column -> pieces.add(column.content()));
    return new EncodedRecord(head, pieces.toList());
  }

  /// A column's value.
  @SuppressWarnings("ArrayRecordComponent") // identity is never asked of it
  private record Column(String encoding, byte[] content) {
    boolean isFixed() {
      return encoding.equals("int");
    }
  }

  private static SortedMap<String, Column> columns(ShardRecord record)
      throws MalformedDataException {
    SortedMap<String, Column> columns = new TreeMap<>();
    columns.put("data", new Column("ndarray", array("data", record.data())));
    for (var companion : record.companions().entrySet()) {
      columns.put(
          companion.getKey(),
          new Column("ndarray", array(companion.getKey(), companion.getValue())));
    }
    columns.put(
        "class_index", new Column("int", new LittleEndian().u64(record.classIndex()).toBytes()));
    columns.put("json", new Column("json", CanonicalJson.line(record.facts())));
    columns.put("key", new Column("str", record.key().getBytes(StandardCharsets.UTF_8)));
    return columns;
  }

  /// An ndarray of dynamic type and shape: type, axes and the width of an extent, extents,
  /// elements.
  private static byte[] array(String name, Tensor tensor) throws MalformedDataException {
    int[] shape = tensor.shape();
    int most = Arrays.stream(shape).max().orElse(0);
    if (most == 0 || tensor.bytes().length == 0) {
      throw new MalformedDataException(
          Reason.WRONG_KIND,
          name,
          "at least one axis and one element in format mds",
          tensor.toString());
    }
    int width = most < 1 << 8 ? 0 : most < 1 << 16 ? 1 : 2;
    LittleEndian bytes =
        new LittleEndian().u8(typeNumber(tensor.type())).u8(shape.length << 2 | width);
    for (int extent : shape) {
      switch (width) {
        case 0 -> bytes.u8(extent);
        case 1 -> bytes.u8(extent & 0xFF).u8(extent >>> 8);
        default -> bytes.u32(extent);
      }
    }
    return bytes.bytes(tensor.bytes()).toBytes();
  }

  private static int typeNumber(ElementType type) {
    return switch (type) {
      case UINT8 -> 8;
      case UINT16 -> 16;
      case INT16 -> 17;
      case INT32 -> 33;
      case FLOAT32 -> 34;
      case INT64 -> 65;
      case FLOAT64 -> 66;
    };
  }

  private static ObjectNode describe(SortedMap<String, Column> columns) {
    ObjectNode node = CanonicalJson.object();
    ArrayNode encodings = node.putArray("column_encodings");
    columns.values().forEach(column -> encodings.add(column.encoding()));
    ArrayNode names = node.putArray("column_names");
    columns.keySet().forEach(names::add);
    ArrayNode sizes = node.putArray("column_sizes");
    for (Column column : columns.values()) {
      if (column.isFixed()) {
        sizes.add(column.content().length);
      } else {
        sizes.addNull();
      }
    }
    node.putNull("compression").put("format", "mds").putArray("hashes");
    return node.putNull("size_limit").put("version", 2);
  }

  @Override
  public SealedShard seal(Path records, List<RecordSpan> spans, Path folder) throws IOException {
    List<byte[]> heads = SpooledRecords.heads(records, spans);
    byte[] columns = heads.getFirst();
    for (byte[] head : heads) {
      if (!Arrays.equals(head, columns)) {
        throw new UsageException(
            "Format mds gives all records of a shard the same columns, but found %s and %s. Let every sample have the same companions, or write another format."
                .formatted(
                    new String(columns, StandardCharsets.UTF_8),
                    new String(head, StandardCharsets.UTF_8)));
      }
    }
    Path file = folder.resolve("shard");
    return new SealedShard(
        file, SpooledRecords.copy(records, spans, header(columns, spans), file), List.of());
  }

  private static byte[] header(byte[] columns, List<RecordSpan> spans) {
    LittleEndian header = new LittleEndian().u32(spans.size());
    long offset = (long) U32 * (spans.size() + 2) + columns.length;
    for (RecordSpan span : spans) {
      header.u32(offset);
      offset += span.length() - span.headBytes();
    }
    if (offset > MOST_BYTES) {
      throw new UsageException(
          "Format mds has shards of at most 4 GiB, this one has %d bytes; set output.max-shard-bytes"
              .formatted(offset));
    }
    return header.u32(offset).bytes(columns).toBytes();
  }
}
