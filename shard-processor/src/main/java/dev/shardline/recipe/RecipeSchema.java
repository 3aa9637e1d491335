package dev.shardline.recipe;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.shardline.digest.CanonicalJson;

/// The JSON schema of the configuration's `recipe`, made of what the steps say of themselves.
public final class RecipeSchema {
  private RecipeSchema() {}

  /// The schema of the section's value, to be put under `properties`; it refers to nothing outside
  /// itself.
  public static ObjectNode of(StepCatalog catalog) {
    ObjectNode steps = steps(catalog, true);
    ObjectNode schema = CanonicalJson.object();
    schema.put("description", "the ordered steps that turn a sample into records");
    ArrayNode forms = schema.putArray("oneOf");
    forms.add(steps.deepCopy());
    ObjectNode full = forms.addObject().put("type", "object").put("additionalProperties", false);
    full.putArray("required").add("steps");
    ObjectNode properties = full.putObject("properties");
    properties
        .putObject("seed")
        .put("type", "integer")
        .put("default", 0)
        .put("description", "what random steps start from");
    properties.set("steps", steps);
    return schema;
  }

  private static ObjectNode steps(StepCatalog catalog, boolean withTee) {
    ObjectNode list = CanonicalJson.object().put("type", "array").put("minItems", withTee ? 1 : 0);
    ArrayNode any = list.putObject("items").putArray("anyOf");
    for (StepFactory factory : catalog.all()) {
      if (factory.parameters().stream().allMatch(one -> one.defaultValue().isPresent())) {
        any.addObject().put("const", factory.name()).put("description", factory.summary());
      }
      any.add(step(factory));
    }
    if (withTee) {
      any.add(tee(catalog));
    }
    return list;
  }

  private static ObjectNode step(StepFactory factory) {
    ObjectNode parameters = CanonicalJson.object().put("description", factory.summary());
    parameters.putArray("type").add("object").add("null");
    parameters.put("additionalProperties", false);
    ObjectNode properties = parameters.putObject("properties");
    ArrayNode required = CanonicalJson.object().putArray("required");
    for (Parameter<?> parameter : factory.parameters()) {
      properties.set(parameter.name(), property(parameter));
      if (parameter.defaultValue().isEmpty()) {
        required.add(parameter.name());
      }
    }
    if (!required.isEmpty()) {
      parameters.set("required", required);
    }
    return named(factory.name(), parameters);
  }

  private static <T> ObjectNode property(Parameter<T> parameter) {
    ObjectNode property = parameter.type().schema();
    property.put("description", parameter.summary());
    parameter
        .defaultValue()
        .ifPresent(value -> property.set("default", parameter.type().write(value)));
    return property;
  }

  private static ObjectNode tee(StepCatalog catalog) {
    ObjectNode outputs =
        CanonicalJson.object()
            .put("type", "object")
            .put("description", "ends the recipe in several outputs, each with its further steps");
    outputs.set("additionalProperties", steps(catalog, false));
    return named("tee", outputs);
  }

  private static ObjectNode named(String name, ObjectNode value) {
    ObjectNode step =
        CanonicalJson.object().put("type", "object").put("additionalProperties", false);
    step.putArray("required").add(name);
    step.putObject("properties").set(name, value);
    return step;
  }
}
