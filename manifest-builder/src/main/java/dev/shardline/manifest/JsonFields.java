package dev.shardline.manifest;

import com.fasterxml.jackson.databind.JsonNode;
import dev.shardline.digest.CanonicalJson;
import dev.shardline.failure.MalformedDataException;
import dev.shardline.failure.Reason;
import java.io.IOException;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;

/// Strict access to the fields of our own JSON files: a missing field or one of another type is an
/// [IllegalArgumentException] that names it, which [#parse] turns into bad data.
final class JsonFields {
  private JsonFields() {}

  /// Parses bytes and reads the tree.
  static <T> T parse(byte[] bytes, Function<JsonNode, T> read) throws MalformedDataException {
    try {
      return read.apply(CanonicalJson.parse(bytes));
    } catch (IOException e) {
      throw new MalformedDataException(
          Reason.MALFORMED, "file", "JSON", String.valueOf(e.getMessage()));
    } catch (IllegalArgumentException e) {
      throw new MalformedDataException(
          Reason.MALFORMED, "file", "a file as it was written", String.valueOf(e.getMessage()));
    }
  }

  static JsonNode field(JsonNode node, String name) {
    JsonNode value = node.get(name);
    if (value == null) {
      throw new IllegalArgumentException("no field \"%s\"".formatted(name));
    }
    return value;
  }

  static String text(JsonNode node, String name) {
    JsonNode value = field(node, name);
    require(value.isTextual(), name, "text", value);
    return value.textValue();
  }

  static long number(JsonNode node, String name) {
    JsonNode value = field(node, name);
    require(value.isIntegralNumber() && value.canConvertToLong(), name, "a whole number", value);
    return value.longValue();
  }

  static int smallNumber(JsonNode node, String name) {
    long value = number(node, name);
    if (value != (int) value) {
      throw new IllegalArgumentException("field \"%s\" is out of range: %d".formatted(name, value));
    }
    return (int) value;
  }

  static BigDecimal decimal(JsonNode node, String name) {
    JsonNode value = field(node, name);
    require(value.isNumber(), name, "a number", value);
    return value.decimalValue();
  }

  static Iterable<JsonNode> array(JsonNode node, String name) {
    JsonNode value = field(node, name);
    require(value.isArray(), name, "an array", value);
    return value;
  }

  /// Reads every element of an array field.
  static <T> List<T> list(JsonNode node, String name, Function<JsonNode, T> read) {
    List<T> values = new ArrayList<>();
    array(node, name).forEach(element -> values.add(read.apply(element)));
    return values;
  }

  static List<String> texts(JsonNode node, String name) {
    return list(
        node,
        name,
        element -> {
          require(element.isTextual(), name, "an array of text", element);
          return element.textValue();
        });
  }

  private static void require(boolean condition, String name, String expected, JsonNode found) {
    if (!condition) {
      throw new IllegalArgumentException(
          "field \"%s\" is not %s but %s".formatted(name, expected, found));
    }
  }
}
