package dev.shardline.shard;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.shardline.data.ElementType;
import dev.shardline.data.Tensor;
import dev.shardline.digest.CanonicalJson;
import dev.shardline.failure.MalformedDataException;
import java.nio.charset.StandardCharsets;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;

/// Reads shards of [MdsFormat]: the columns `key`, `data`, `json`, and arrays as companions; other
/// columns are passed over.
public final class MdsReader implements StoredRecords {
  private static final int U32 = 4;

  private final StoredBytes file;
  private final long count;
  private final JsonNode names;
  private final JsonNode encodings;
  private final JsonNode sizes;
  private long next;

  /// @param bytes the whole shard; not to be written
  public MdsReader(byte[] bytes) throws MalformedDataException {
    this.file = new StoredBytes(bytes);
    this.count = file.u32(0, "number of records");
    long described = U32 * (count + 2);
    long records = file.u32(U32, "offset of the first record");
    ObjectNode columns = file.json(described, records - described, "columns");
    this.names = columns.path("column_names");
    this.encodings = columns.path("column_encodings");
    this.sizes = columns.path("column_sizes");
    if (names.isEmpty() || encodings.size() != names.size() || sizes.size() != names.size()) {
      throw StoredBytes.malformed(
          "columns", described, "as many names as encodings and sizes", names.size() + " names");
    }
  }

  @Override
  public Optional<StoredRecord> next() throws MalformedDataException {
    if (next == count) {
      return Optional.empty();
    }
    long sizeAt = file.u32(U32 * (next + 1), "offset of a record");
    long end = file.u32(U32 * (next + 2), "offset of a record's end");
    next++;
    long at = sizeAt + (long) U32 * variableColumns();
    String key = "";
    ObjectNode facts = CanonicalJson.object();
    SortedMap<String, Tensor> arrays = new TreeMap<>();
    for (int column = 0; column < names.size(); column++) {
      String name = names.path(column).asText();
      long size = sizes.path(column).asLong();
      if (sizes.path(column).isNull()) {
        size = file.u32(sizeAt, name);
        sizeAt += U32;
      }
      if (size < 0 || at + size > end) {
        throw StoredBytes.malformed(
            name, at, "a column that ends with its record", size + " bytes");
      }
      switch (encodings.path(column).asText()) {
        case "ndarray" -> arrays.put(name, array(at, size, name));
        case "json" -> facts = file.json(at, size, name);
        case "str" -> key = new String(file.copy(at, size, name), StandardCharsets.UTF_8);
        default -> {
          // nothing that is told of a record
        }
      }
      at += size;
    }
    Tensor data = arrays.remove("data");
    if (data == null) {
      throw StoredBytes.malformed("columns", end, "a column `data` of arrays", names.toString());
    }
    return Optional.of(new StoredRecord(key, data, arrays, facts));
  }

  private int variableColumns() {
    int variable = 0;
    for (JsonNode size : sizes) {
      variable += size.isNull() ? 1 : 0;
    }
    return variable;
  }

  private Tensor array(long from, long size, String name) throws MalformedDataException {
    ElementType type = type(file.u8(from, name), from, name);
    int axes = file.u8(from + 1, name) >>> 2;
    int width = 1 << (file.u8(from + 1, name) & 3);
    int[] shape = new int[axes];
    for (int axis = 0; axis < axes; axis++) {
      long at = from + 2 + (long) axis * width;
      shape[axis] =
          switch (width) {
            case 1 -> file.u8(at, name);
            case 2 -> file.u16(at, name);
            default -> (int) Math.min(Integer.MAX_VALUE, file.u32(at, name));
          };
    }
    long head = 2 + (long) axes * width;
    return file.tensor(type, shape, from + head, size - head, name);
  }

  private static ElementType type(int number, long at, String name) throws MalformedDataException {
    return switch (number) {
      case 8 -> ElementType.UINT8;
      case 16 -> ElementType.UINT16;
      case 17 -> ElementType.INT16;
      case 33 -> ElementType.INT32;
      case 34 -> ElementType.FLOAT32;
      case 65 -> ElementType.INT64;
      case 66 -> ElementType.FLOAT64;
      default ->
          throw StoredBytes.malformed(name, at, "a type of array that we write", number + "");
    };
  }

  @Override
  public void close() {
    // the bytes are the caller's
  }
}
