package dev.shardline.recipe;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.shardline.digest.CanonicalJson;
import java.util.ArrayList;
import java.util.List;
import java.util.TreeSet;

/// The values of a step's parameters: read, checked, defaults filled in.
public final class Arguments {
  private final ObjectNode canonical;

  private Arguments(ObjectNode canonical) {
    this.canonical = canonical;
  }

  /// Reads what a recipe gives against a step's parameters.
  ///
  /// @throws IllegalArgumentException if a key is unknown, a required one missing or a value
  ///   unusable; the message names the key, what is expected and what was found
  public static Arguments read(List<Parameter<?>> parameters, ObjectNode given) {
    List<String> known = parameters.stream().map(Parameter::name).toList();
    List<String> keys = new ArrayList<>();
    given.fieldNames().forEachRemaining(keys::add);
    for (String key : keys) {
      if (!known.contains(key)) {
        throw new IllegalArgumentException(
            NearestName.unknown("parameter", key, new TreeSet<>(known)));
      }
    }
    ObjectNode canonical = CanonicalJson.object();
    for (Parameter<?> parameter : parameters) {
      canonical.set(parameter.name(), canonical(parameter, given.path(parameter.name())));
    }
    return new Arguments(canonical);
  }

  private static <T> JsonNode canonical(Parameter<T> parameter, JsonNode given) {
    if (given.isMissingNode() || given.isNull()) {
      return parameter.type().write(defaultOf(parameter));
    }
    try {
      return parameter.type().write(parameter.type().read(given));
    } catch (IllegalArgumentException e) {
      throw new IllegalArgumentException(
          "`%s`: expected %s, found %s".formatted(parameter.name(), e.getMessage(), given), e);
    }
  }

  private static <T> T defaultOf(Parameter<T> parameter) {
    return parameter
        .defaultValue()
        .orElseThrow(() ->
            new IllegalArgumentException(
                "`%s` is missing: %s".formatted(parameter.name(), parameter.summary())));
  }

  /// The value of one of the step's parameters.
  ///
  /// @throws IllegalArgumentException if the step's factory does not list this parameter
  public <T> T value(Parameter<T> parameter) {
    JsonNode value = canonical.get(parameter.name());
    if (value == null) {
      throw new IllegalArgumentException(
          "The step's factory does not list the parameter `" + parameter.name() + "`");
    }
    return parameter.type().read(value);
  }

  /// Every parameter with its value in canonical form, in the factory's order: what the recipe's
  /// digest is made of. A copy.
  public ObjectNode canonical() {
    return canonical.deepCopy();
  }
}
