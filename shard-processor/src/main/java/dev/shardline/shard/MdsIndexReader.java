package dev.shardline.shard;

import com.fasterxml.jackson.databind.JsonNode;
import dev.shardline.failure.MalformedDataException;
import dev.shardline.failure.Reason;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.SequencedMap;

/// Reads the `index.json` of [MdsIndex], or of mosaicml-streaming.
public final class MdsIndexReader {
  private MdsIndexReader() {}

  /// The shards in the order in which their records are numbered.
  ///
  /// @throws MalformedDataException if the bytes are no such index; names the shard and its field
  public static List<IndexedMdsShard> read(byte[] file) throws MalformedDataException {
    JsonNode shards = StoredBytes.json(file, 0, "index").path("shards");
    if (!shards.isArray()) {
      throw refusal("shards", "a list of shards", shards);
    }
    List<IndexedMdsShard> read = new ArrayList<>();
    for (JsonNode shard : shards) {
      read.add(shard("shards[" + read.size() + "].", shard));
    }
    return List.copyOf(read);
  }

  private static IndexedMdsShard shard(String place, JsonNode shard) throws MalformedDataException {
    if (!shard.path("format").asText().equals("mds")) {
      throw refusal(place + "format", "mds", shard.path("format"));
    }
    String stored = shard.path("zip_data").isObject() ? "zip_data" : "raw_data";
    return new IndexedMdsShard(
        text(place, shard, stored, "basename"),
        count(place, shard, "samples"),
        count(place, shard, "raw_data", "bytes"),
        count(place, shard, stored, "bytes"),
        stored.equals("raw_data") ? "" : text(place, shard, "compression"),
        columns(place, shard));
  }

  private static SequencedMap<String, String> columns(String place, JsonNode shard)
      throws MalformedDataException {
    JsonNode names = shard.path("column_names");
    JsonNode encodings = shard.path("column_encodings");
    if (!names.isArray() || names.size() != encodings.size()) {
      throw refusal(
          place + "column_encodings", "one for each of the " + names.size() + " names", encodings);
    }
    SequencedMap<String, String> columns = new LinkedHashMap<>();
    for (int column = 0; column < names.size(); column++) {
      columns.put(names.get(column).asText(), encodings.path(column).asText());
    }
    return columns;
  }

  private static String text(String place, JsonNode shard, String... path)
      throws MalformedDataException {
    JsonNode value = at(shard, path);
    if (!value.isTextual()) {
      throw refusal(place + String.join(".", path), "a text", value);
    }
    return value.asText();
  }

  private static long count(String place, JsonNode shard, String... path)
      throws MalformedDataException {
    JsonNode value = at(shard, path);
    if (!value.isIntegralNumber() || !value.canConvertToLong() || value.asLong() < 0) {
      throw refusal(place + String.join(".", path), "a whole number from 0", value);
    }
    return value.asLong();
  }

  private static JsonNode at(JsonNode shard, String... path) {
    JsonNode value = shard;
    for (String name : path) {
      value = value.path(name);
    }
    return value;
  }

  private static MalformedDataException refusal(String field, String expected, JsonNode found) {
    return new MalformedDataException(
        Reason.MALFORMED,
        field,
        expected,
        found.isMissingNode() ? "none" : found.isContainerNode() ? "a list or object" : found + "");
  }
}
