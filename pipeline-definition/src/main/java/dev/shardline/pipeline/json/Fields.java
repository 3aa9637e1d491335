package dev.shardline.pipeline.json;

import com.fasterxml.jackson.databind.JsonNode;
import dev.shardline.failure.UsageException;
import dev.shardline.pipeline.Expression;
import dev.shardline.pipeline.ServiceNamed;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.function.BiConsumer;
import java.util.function.Function;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/// The fields of one JSON object, each asked for once; what was not asked for is an error, so that
/// nothing in a definition is silently ignored.
final class Fields {
  private final JsonNode json;
  private final String place;
  private final Set<String> unread = new LinkedHashSet<>();

  private Fields(JsonNode json, String place) {
    this.json = json;
    this.place = place;
    json.fieldNames().forEachRemaining(unread::add);
  }

  static Fields of(@Nullable JsonNode json, String place) {
    if (json == null || !json.isObject()) {
      throw failure(place, "an object", kind(json));
    }
    return new Fields(json, place);
  }

  boolean has(String key) {
    return json.has(key);
  }

  String onlyKey() {
    if (json.size() != 1) {
      throw failure(place, "an object with one key", "%d keys".formatted(json.size()));
    }
    return json.fieldNames().next();
  }

  JsonNode take(String key) {
    unread.remove(key);
    JsonNode value = json.get(key);
    if (value == null || value.isNull()) {
      throw failure(at(key), "a value", "nothing");
    }
    return value;
  }

  Fields object(String key) {
    return of(take(key), at(key));
  }

  String text(String key) {
    JsonNode value = take(key);
    if (!value.isTextual()) {
      throw failure(at(key), "text", kind(value));
    }
    return value.textValue();
  }

  String textOr(String key, String otherwise) {
    return has(key) ? text(key) : otherwise;
  }

  @Nullable String textOrNull(String key) {
    return has(key) ? text(key) : null;
  }

  int whole(String key) {
    JsonNode value = take(key);
    if (!value.isIntegralNumber() || !value.canConvertToInt()) {
      throw failure(at(key), "a whole number", kind(value));
    }
    return value.intValue();
  }

  double decimal(String key) {
    JsonNode value = take(key);
    if (!value.isNumber()) {
      throw failure(at(key), "a number", kind(value));
    }
    return value.doubleValue();
  }

  boolean flag(String key) {
    JsonNode value = take(key);
    if (!value.isBoolean()) {
      throw failure(at(key), "true or false", kind(value));
    }
    return value.booleanValue();
  }

  boolean flagOr(String key, boolean otherwise) {
    return has(key) ? flag(key) : otherwise;
  }

  Expression expression(String key) {
    return ExpressionJson.read(take(key), at(key));
  }

  Expression.Literal literal(String key) {
    if (expression(key) instanceof Expression.Literal literal) {
      return literal;
    }
    throw failure(at(key), "a plain value", "an expression");
  }

  /// A text that names a constant.
  <E extends Enum<E> & ServiceNamed> E constant(String key, Class<E> type) {
    String name = text(key);
    return checked(key, () -> ServiceNamed.find(type, name));
  }

  /// What `make` gives; an argument it refuses is told with the place of `key`.
  <T> T checked(String key, Supplier<T> make) {
    try {
      return make.get();
    } catch (IllegalArgumentException e) {
      throw new UsageException(prefix(at(key)) + e.getMessage(), e);
    }
  }

  /// Must be `expected`: a constant of the schema that this program relies on.
  void fixed(String key, String expected) {
    String found = text(key);
    if (!found.equals(expected)) {
      throw failure(at(key), "\"" + expected + "\"", "\"" + found + "\"");
    }
  }

  void each(String key, BiConsumer<JsonNode, String> member) {
    JsonNode list = take(key);
    if (!list.isArray()) {
      throw failure(at(key), "a list", kind(list));
    }
    for (int i = 0; i < list.size(); i++) {
      member.accept(list.get(i), at(key) + "[" + i + "]");
    }
  }

  void eachIfPresent(String key, BiConsumer<JsonNode, String> member) {
    if (has(key)) {
      each(key, member);
    }
  }

  <T> List<T> list(String key, Function<Fields, T> member) {
    List<T> values = new ArrayList<>();
    eachIfPresent(
        key,
        (json, where) -> {
          Fields fields = of(json, where);
          values.add(member.apply(fields));
          fields.end();
        });
    return values;
  }

  List<String> texts(String key) {
    List<String> values = new ArrayList<>();
    eachIfPresent(
        key,
        (member, where) -> {
          if (!member.isTextual()) {
            throw failure(where, "text", kind(member));
          }
          values.add(member.textValue());
        });
    return values;
  }

  /// The keys in the order of the text, for maps whose keys are the user's.
  List<String> keys() {
    List<String> keys = new ArrayList<>();
    json.fieldNames().forEachRemaining(keys::add);
    return keys;
  }

  /// @throws UsageException if a field was never asked for
  void end() {
    if (!unread.isEmpty()) {
      String key = unread.iterator().next();
      throw failure(at(key), "no such key; this program does not know it", "it");
    }
  }

  UsageException wrong(String key, String expected, String found) {
    return failure(at(key), expected, found);
  }

  private String at(String key) {
    return place.isEmpty() ? key : place + "." + key;
  }

  private static UsageException failure(String place, String expected, String found) {
    return new UsageException(prefix(place) + "expected " + expected + ", found " + found);
  }

  private static String prefix(String place) {
    return "Pipeline definition, " + (place.isEmpty() ? "top level" : place) + ": ";
  }

  private static String kind(@Nullable JsonNode json) {
    if (json == null || json.isMissingNode() || json.isNull()) {
      return "nothing";
    }
    String text = json.toString();
    return text.length() <= 60 ? text : text.substring(0, 60) + "…";
  }
}
