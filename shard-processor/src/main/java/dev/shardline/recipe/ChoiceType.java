package dev.shardline.recipe;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.fasterxml.jackson.databind.node.TextNode;
import dev.shardline.digest.CanonicalJson;
import java.util.Arrays;

record ChoiceType<E extends Enum<E>>(Class<E> choices) implements ParameterType<E> {
  @Override
  public E read(JsonNode value) {
    return Arrays.stream(choices.getEnumConstants())
        .filter(constant -> ParameterType.choiceName(constant).equals(value.textValue()))
        .findFirst()
        .orElseThrow(() ->
            new IllegalArgumentException(
                "one of " + String.join(", ", ParameterType.choiceNames(choices))));
  }

  @Override
  public JsonNode write(E value) {
    return TextNode.valueOf(ParameterType.choiceName(value));
  }

  @Override
  public ObjectNode schema() {
    ObjectNode schema = CanonicalJson.object();
    ArrayNode names = schema.putArray("enum");
    ParameterType.choiceNames(choices).forEach(names::add);
    return schema;
  }
}
