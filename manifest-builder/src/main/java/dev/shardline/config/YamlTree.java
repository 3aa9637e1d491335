package dev.shardline.config;

import com.fasterxml.jackson.core.JsonLocation;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.JsonToken;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.fasterxml.jackson.dataformat.yaml.YAMLFactory;
import dev.shardline.failure.UsageException;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Map;
import java.util.TreeMap;

/// A YAML document as a JSON tree, with the place of every value by its dotted path (list elements
/// by their index: `recipe.0.resize`).
final class YamlTree {
  private static final YAMLFactory YAML = new YAMLFactory();
  private static final JsonNodeFactory NODES = JsonNodeFactory.withExactBigDecimals(true);

  private final String file;
  private final Path base;
  private final Map<String, Place> places = new TreeMap<>();

  private YamlTree(String file, Path base) {
    this.file = file;
    this.base = base;
  }

  /// @param places where each path was written
  record Parsed(JsonNode root, Map<String, Place> places) {}

  /// @throws UsageException if the text is no YAML, with line and column
  static Parsed parse(String text, String file, Path base) {
    YamlTree tree = new YamlTree(file, base);
    try (JsonParser parser = YAML.createParser(text)) {
      JsonToken first = parser.nextToken();
      JsonNode root = first == null ? NODES.objectNode() : tree.value(parser, "");
      return new Parsed(root, tree.places);
    } catch (JsonProcessingException e) {
      JsonLocation at = e.getLocation();
      throw new UsageException(
          "%s:%d: not valid YAML: %s"
              .formatted(file, at == null ? 0 : at.getLineNr(), firstLine(e.getOriginalMessage())),
          e);
    } catch (IOException e) {
      throw new UsageException("%s: cannot be read: %s".formatted(file, e.getMessage()), e);
    }
  }

  private static String firstLine(String message) {
    return message.lines().findFirst().orElse("");
  }

  private JsonNode value(JsonParser parser, String path) throws IOException {
    places.put(path, new Place(file, parser.currentTokenLocation().getLineNr(), base));
    return switch (parser.currentToken()) {
      case START_OBJECT -> object(parser, path);
      case START_ARRAY -> array(parser, path);
      case VALUE_STRING -> NODES.textNode(parser.getText());
      case VALUE_NUMBER_INT -> NODES.numberNode(parser.getBigIntegerValue());
      case VALUE_NUMBER_FLOAT -> NODES.numberNode(parser.getDecimalValue());
      case VALUE_TRUE -> NODES.booleanNode(true);
      case VALUE_FALSE -> NODES.booleanNode(false);
      case VALUE_NULL -> NODES.nullNode();
      case NOT_AVAILABLE, END_OBJECT, END_ARRAY, FIELD_NAME, VALUE_EMBEDDED_OBJECT ->
          throw new UsageException(
              "%s: a YAML feature that is not read here: write the value plainly"
                  .formatted(places.get(path)));
    };
  }

  private ObjectNode object(JsonParser parser, String path) throws IOException {
    ObjectNode node = NODES.objectNode();
    while (parser.nextToken() != JsonToken.END_OBJECT) {
      String key = parser.currentName();
      String child = path.isEmpty() ? key : path + "." + key;
      if (node.has(key)) {
        throw new UsageException(
            "%s:%d: %s is given twice; keep one"
                .formatted(file, parser.currentTokenLocation().getLineNr(), child));
      }
      parser.nextToken();
      node.set(key, value(parser, child));
    }
    return node;
  }

  private ArrayNode array(JsonParser parser, String path) throws IOException {
    ArrayNode node = NODES.arrayNode();
    while (parser.nextToken() != JsonToken.END_ARRAY) {
      node.add(value(parser, path + "." + node.size()));
    }
    return node;
  }
}
