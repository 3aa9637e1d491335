package dev.shardline.shard;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.shardline.data.ElementType;
import dev.shardline.data.Tensor;
import dev.shardline.digest.CanonicalJson;
import dev.shardline.failure.MalformedDataException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;

/// Reads shards of [SafetensorsFormat] in the order of their data. A tensor that no record of ours
/// claims, as in a model's file, is a record of its own without facts.
public final class SafetensorsReader implements StoredRecords {
  private static final String METADATA = "__metadata__";

  private final StoredBytes file;
  private final ObjectNode header;
  private final long data;
  private final List<String> keys;
  private int next;

  /// @param bytes the whole shard; not to be written
  public SafetensorsReader(byte[] bytes) throws MalformedDataException {
    this.file = new StoredBytes(bytes);
    long length = file.i64(0, "header length");
    this.header = file.json(Long.BYTES, length, "header");
    this.data = Long.BYTES + length;
    List<String> own = new ArrayList<>();
    for (Map.Entry<String, JsonNode> entry : header.properties()) {
      if (!entry.getKey().equals(METADATA) && !isCompanion(entry.getKey())) {
        own.add(entry.getKey());
      }
    }
    own.sort(Comparator.comparingLong(this::start));
    this.keys = List.copyOf(own);
  }

  private boolean isCompanion(String name) {
    int dot = name.lastIndexOf('.');
    return dot > 0 && header.path(METADATA).has(name.substring(0, dot));
  }

  private long start(String name) {
    return header.path(name).path("data_offsets").path(0).asLong();
  }

  @Override
  public Optional<StoredRecord> next() throws MalformedDataException {
    if (next == keys.size()) {
      return Optional.empty();
    }
    String key = keys.get(next++);
    SortedMap<String, Tensor> companions = new TreeMap<>();
    for (Map.Entry<String, JsonNode> entry : header.properties()) {
      String name = entry.getKey();
      if (name.startsWith(key + ".") && isCompanion(name)) {
        companions.put(name.substring(key.length() + 1), tensor(name));
      }
    }
    return Optional.of(new StoredRecord(key, tensor(key), companions, facts(key)));
  }

  private ObjectNode facts(String key) throws MalformedDataException {
    JsonNode text = header.path(METADATA).path(key);
    return text.isTextual()
        ? StoredBytes.json(text.asText().getBytes(StandardCharsets.UTF_8), Long.BYTES, key)
        : CanonicalJson.object();
  }

  private Tensor tensor(String name) throws MalformedDataException {
    JsonNode entry = header.path(name);
    int[] shape = new int[entry.path("shape").size()];
    for (int axis = 0; axis < shape.length; axis++) {
      shape[axis] = entry.path("shape").path(axis).asInt(-1);
    }
    JsonNode offsets = entry.path("data_offsets");
    long from = offsets.path(0).asLong(-1);
    long to = offsets.path(1).asLong(-1);
    if (from < 0 || to < from || to > file.length()) {
      throw StoredBytes.malformed(
          name, Long.BYTES, "two rising offsets inside the file", from + " and " + to);
    }
    return file.tensor(type(name, entry), shape, data + from, to - from, name);
  }

  private static ElementType type(String name, JsonNode entry) throws MalformedDataException {
    String dtype = entry.path("dtype").asText();
    return switch (dtype) {
      case "U8" -> ElementType.UINT8;
      case "I16" -> ElementType.INT16;
      case "U16" -> ElementType.UINT16;
      case "I32" -> ElementType.INT32;
      case "I64" -> ElementType.INT64;
      case "F32" -> ElementType.FLOAT32;
      case "F64" -> ElementType.FLOAT64;
      default ->
          throw StoredBytes.malformed(
              name, Long.BYTES, "dtype U8, I16, U16, I32, I64, F32 or F64", dtype);
    };
  }

  @Override
  public void close() {
    // the bytes are the caller's
  }
}
