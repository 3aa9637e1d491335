package dev.shardline.recipe;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.fasterxml.jackson.databind.node.TextNode;
import dev.shardline.digest.CanonicalJson;

record TextType() implements ParameterType<String> {
  @Override
  public String read(JsonNode value) {
    if (value.isTextual()) {
      return value.textValue();
    }
    throw new IllegalArgumentException("a text (put it in quotes)");
  }

  @Override
  public JsonNode write(String value) {
    return TextNode.valueOf(value);
  }

  @Override
  public ObjectNode schema() {
    return CanonicalJson.object().put("type", "string");
  }
}
