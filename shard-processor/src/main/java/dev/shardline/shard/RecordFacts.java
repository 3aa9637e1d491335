package dev.shardline.shard;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.BooleanNode;
import com.fasterxml.jackson.databind.node.DecimalNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.LongNode;
import com.fasterxml.jackson.databind.node.NullNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.fasterxml.jackson.databind.node.TextNode;
import dev.shardline.digest.CanonicalJson;
import dev.shardline.recipe.Item;
import dev.shardline.recipe.SampleFacts;
import java.math.BigDecimal;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/// The content of a record's `.json`: what is known of the sample, then what the recipe recorded in
/// the order of its names.
public final class RecordFacts {
  private RecordFacts() {}

  /// The facts of what came out of a recipe.
  ///
  /// @throws IllegalArgumentException if a step recorded something that JSON cannot hold
  public static ObjectNode of(Item item) {
    SampleFacts sample = item.sample();
    ObjectNode facts =
        CanonicalJson.object()
            .put("sample", sample.id())
            .put("subject", sample.subject())
            .put("label", sample.label().name())
            .put("class_index", sample.label().index())
            .put("split", sample.split().name());
    item.recorded().forEach((name, value) -> facts.set(name, json(value)));
    return facts;
  }

  private static JsonNode json(@Nullable Object value) {
    return switch (value) {
      case null -> NullNode.instance;
      case String text -> TextNode.valueOf(text);
      case Boolean flag -> BooleanNode.valueOf(flag);
      case Integer number -> LongNode.valueOf(number);
      case Long number -> LongNode.valueOf(number);
      case Float number -> decimal(number, Float.toString(number));
      case Double number -> decimal(number, Double.toString(number));
      case List<?> values -> array(values);
      case Map<?, ?> values -> object(values);
      case Object other ->
          throw new IllegalArgumentException(
              "A record's facts are texts, numbers, truth values, lists and maps, not "
                  + other.getClass().getName());
    };
  }

  /// JSON has no word for NaN and infinity; `null` stands for them.
  private static JsonNode decimal(double value, String shortest) {
    return Double.isFinite(value)
        ? DecimalNode.valueOf(new BigDecimal(shortest))
        : NullNode.instance;
  }

  private static ArrayNode array(List<?> values) {
    ArrayNode array = JsonNodeFactory.instance.arrayNode();
    values.forEach(value -> array.add(json(value)));
    return array;
  }

  private static ObjectNode object(Map<?, ?> values) {
    Map<String, JsonNode> sorted = new TreeMap<>();
    values.forEach((name, value) -> sorted.put(String.valueOf(name), json(value)));
    ObjectNode object = CanonicalJson.object();
    sorted.forEach(object::set);
    return object;
  }
}
