package dev.shardline.shard;

import com.fasterxml.jackson.databind.JsonNode;
import dev.shardline.failure.UsageException;
import java.util.List;

/// Where a shard is one array or one signal, all its records must say the same of some fields.
final class AlikeHeads {
  private AlikeHeads() {}

  /// @param heads what each record says of itself, its `key` included; at least one
  /// @param why what the format does with all records of a shard
  /// @param remedy what to do in the recipe
  /// @throws UsageException naming the first two records that differ
  static void require(List<JsonNode> heads, List<String> fields, String why, String remedy) {
    JsonNode first = heads.getFirst();
    for (JsonNode head : heads) {
      for (String field : fields) {
        if (!head.get(field).equals(first.get(field))) {
          throw new UsageException(
              "%s, but record %s has %s %s and record %s has %s. %s, or write another format."
                  .formatted(
                      why,
                      first.get("key").asText(),
                      field,
                      first.get(field),
                      head.get("key").asText(),
                      head.get(field),
                      remedy));
        }
      }
    }
  }
}
