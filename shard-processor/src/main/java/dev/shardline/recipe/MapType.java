package dev.shardline.recipe;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.shardline.digest.CanonicalJson;
import java.util.Collections;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;

record MapType<T>(ParameterType<T> element) implements ParameterType<SortedMap<String, T>> {
  @Override
  public SortedMap<String, T> read(JsonNode value) {
    if (!value.isObject()) {
      throw new IllegalArgumentException("a map such as {name: …}");
    }
    SortedMap<String, T> map = new TreeMap<>();
    for (Map.Entry<String, JsonNode> entry : value.properties()) {
      map.put(entry.getKey(), readElement(entry.getKey(), entry.getValue()));
    }
    return Collections.unmodifiableSortedMap(map);
  }

  private T readElement(String key, JsonNode value) {
    try {
      return element.read(value);
    } catch (IllegalArgumentException e) {
      throw new IllegalArgumentException(
          "a map with, for \"%s\", %s".formatted(key, e.getMessage()), e);
    }
  }

  @Override
  public JsonNode write(SortedMap<String, T> value) {
    ObjectNode node = CanonicalJson.object();
    value.forEach((key, one) -> node.set(key, element.write(one)));
    return node;
  }

  @Override
  public ObjectNode schema() {
    return CanonicalJson.object()
        .put("type", "object")
        .set("additionalProperties", element.schema());
  }
}
