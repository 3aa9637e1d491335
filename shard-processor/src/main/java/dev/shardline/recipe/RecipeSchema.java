package dev.shardline.recipe;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.shardline.digest.CanonicalJson;

/// The JSON schema of the configuration's `recipe`, made of what the steps say of themselves.
public final class RecipeSchema {
  private RecipeSchema() {}

  /// Puts the section's schema under the document's `properties`, and what it refers to under its
  /// `$defs`: `steps`, `step` and `tee`.
  public static void addTo(ObjectNode document, StepCatalog catalog) {
    ObjectNode definitions = document.withObject("/$defs");
    definitions.set("step", anyStep(catalog));
    ObjectNode steps = CanonicalJson.object().put("type", "array");
    steps.set("items", reference("step"));
    definitions.set("steps", steps);
    definitions.set("tee", tee());
    document.withObject("/properties").set("recipe", recipe());
  }

  private static ObjectNode reference(String definition) {
    return CanonicalJson.object().put("$ref", "#/$defs/" + definition);
  }

  private static ObjectNode recipe() {
    ObjectNode schema = CanonicalJson.object();
    schema.put("description", "the ordered steps that turn a sample into records");
    ArrayNode forms = schema.putArray("oneOf");
    forms.add(ownSteps());
    ObjectNode full = forms.addObject().put("type", "object").put("additionalProperties", false);
    full.putArray("required").add("steps");
    ObjectNode properties = full.putObject("properties");
    properties
        .putObject("seed")
        .put("type", "integer")
        .put("default", 0)
        .put("description", "what random steps start from");
    properties.set("steps", ownSteps());
    return schema;
  }

  /// The recipe's own steps, which may end in several outputs.
  private static ObjectNode ownSteps() {
    ObjectNode list = CanonicalJson.object().put("type", "array").put("minItems", 1);
    list.putObject("items").putArray("anyOf").add(reference("step")).add(reference("tee"));
    return list;
  }

  private static ObjectNode anyStep(StepCatalog catalog) {
    ObjectNode step = CanonicalJson.object();
    ArrayNode any = step.putArray("anyOf");
    for (StepFactory factory : catalog.all()) {
      if (factory.parameters().stream().allMatch(one -> one.defaultValue().isPresent())) {
        any.addObject().put("const", factory.name()).put("description", factory.summary());
      }
      any.add(step(factory));
    }
    return step;
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

  private static ObjectNode tee() {
    ObjectNode outputs =
        CanonicalJson.object()
            .put("type", "object")
            .put("description", "ends the recipe in several outputs, each with its further steps");
    outputs.set("additionalProperties", reference("steps"));
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
