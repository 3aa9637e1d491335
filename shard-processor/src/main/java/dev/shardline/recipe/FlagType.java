package dev.shardline.recipe;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.BooleanNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.shardline.digest.CanonicalJson;

record FlagType() implements ParameterType<Boolean> {
  @Override
  public Boolean read(JsonNode value) {
    if (value.isBoolean()) {
      return value.booleanValue();
    }
    throw new IllegalArgumentException("true or false");
  }

  @Override
  public JsonNode write(Boolean value) {
    return BooleanNode.valueOf(value);
  }

  @Override
  public ObjectNode schema() {
    return CanonicalJson.object().put("type", "boolean");
  }
}
