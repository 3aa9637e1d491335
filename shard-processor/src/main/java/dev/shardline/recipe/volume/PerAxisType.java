package dev.shardline.recipe.volume;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.shardline.digest.CanonicalJson;
import dev.shardline.recipe.ParameterType;
import java.util.List;

/// One value for each of x, y and z: written as a list of three, or as one value that stands for
/// all three. An empty list means "not given".
///
/// @param element the type of one value
record PerAxisType<T>(ParameterType<T> element) implements ParameterType<List<T>> {
  private static final int AXES = 3;

  @Override
  public List<T> read(JsonNode value) {
    if (!value.isArray()) {
      T same = element.read(value);
      return List.of(same, same, same);
    }
    if (value.isEmpty()) {
      return List.of();
    }
    if (value.size() != AXES) {
      throw new IllegalArgumentException("one value, or a list of three for x, y and z");
    }
    return List.of(
        element.read(value.get(0)), element.read(value.get(1)), element.read(value.get(2)));
  }

  @Override
  public JsonNode write(List<T> value) {
    ArrayNode array = JsonNodeFactory.instance.arrayNode();
    value.forEach(one -> array.add(element.write(one)));
    return array;
  }

  @Override
  public ObjectNode schema() {
    ObjectNode list = CanonicalJson.object().put("type", "array");
    list.put("minItems", AXES).put("maxItems", AXES).set("items", element.schema());
    ObjectNode either = CanonicalJson.object();
    either.putArray("anyOf").add(element.schema()).add(list);
    return either;
  }
}
