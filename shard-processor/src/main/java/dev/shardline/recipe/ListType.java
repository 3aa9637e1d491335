package dev.shardline.recipe;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.shardline.digest.CanonicalJson;
import java.util.List;
import java.util.stream.StreamSupport;

record ListType<T>(ParameterType<T> element, int least, int most)
    implements ParameterType<List<T>> {
  @Override
  public List<T> read(JsonNode value) {
    if (value.isArray() && value.size() >= least && value.size() <= most) {
      return StreamSupport.stream(value.spliterator(), false).map(this::readElement).toList();
    }
    String count = least == most ? String.valueOf(least) : least + " to " + most;
    throw new IllegalArgumentException("a list of %s values".formatted(count));
  }

  private T readElement(JsonNode value) {
    try {
      return element.read(value);
    } catch (IllegalArgumentException e) {
      throw new IllegalArgumentException("a list, each value " + e.getMessage(), e);
    }
  }

  @Override
  public JsonNode write(List<T> value) {
    ArrayNode array = JsonNodeFactory.instance.arrayNode();
    value.forEach(one -> array.add(element.write(one)));
    return array;
  }

  @Override
  public ObjectNode schema() {
    return CanonicalJson.object()
        .put("type", "array")
        .put("minItems", least)
        .put("maxItems", most)
        .set("items", element.schema());
  }
}
