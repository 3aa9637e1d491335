package dev.shardline.recipe;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.IntNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.shardline.digest.CanonicalJson;

record WholeNumberType(int least, int most) implements ParameterType<Integer> {
  @Override
  public Integer read(JsonNode value) {
    if (value.isIntegralNumber() && value.canConvertToInt()) {
      int number = value.intValue();
      if (number >= least && number <= most) {
        return number;
      }
    }
    throw new IllegalArgumentException("a whole number from %d to %d".formatted(least, most));
  }

  @Override
  public JsonNode write(Integer value) {
    return IntNode.valueOf(value);
  }

  @Override
  public ObjectNode schema() {
    return CanonicalJson.object().put("type", "integer").put("minimum", least).put("maximum", most);
  }
}
