package dev.shardline.pipeline.diff;

import com.fasterxml.jackson.databind.JsonNode;

/// One difference.
///
/// [#path()] names members of lists by their names where they have one:
/// `Steps['Preprocess'].CacheConfig.ExpireAfter`.
public sealed interface Change {
  String path();

  /// Only the rendered definition has it.
  record Added(String path, JsonNode value) implements Change {}

  /// Only the deployed definition has it.
  record Removed(String path, JsonNode value) implements Change {}

  /// Both have it, with different values.
  record Changed(String path, JsonNode before, JsonNode after) implements Change {}

  /// One line for people: `+ path: value`, `- path: value`, `~ path: before → after`.
  default String show() {
    return switch (this) {
      case Added(String path, JsonNode value) -> "+ " + path + ": " + shorten(value);
      case Removed(String path, JsonNode value) -> "- " + path + ": " + shorten(value);
      case Changed(String path, JsonNode before, JsonNode after) ->
          "~ " + path + ": " + shorten(before) + " → " + shorten(after);
    };
  }

  private static String shorten(JsonNode value) {
    String text = value.toString();
    return text.length() <= 120 ? text : text.substring(0, 117) + "…";
  }
}
