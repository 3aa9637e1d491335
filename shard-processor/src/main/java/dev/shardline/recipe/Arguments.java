package dev.shardline.recipe;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/// The values of a step's parameters: read, checked, defaults filled in.
public final class Arguments {
  private final Map<String, Object> plainValues;

  private Arguments(Map<String, Object> plainValues) {
    this.plainValues = Collections.unmodifiableMap(plainValues);
  }

  /// Reads plain YAML values against a step's parameters.
  ///
  /// @throws IllegalArgumentException if a key is unknown, a required one missing or a value
  ///   unusable; the message names the key and what is expected
  public static Arguments read(List<Parameter<?>> parameters, Map<String, ?> plain) {
    List<String> known = parameters.stream().map(Parameter::name).toList();
    for (String key : plain.keySet()) {
      if (!known.contains(key)) {
        throw new IllegalArgumentException(NearestName.unknown("parameter", key, known));
      }
    }
    Map<String, Object> values = new LinkedHashMap<>();
    for (Parameter<?> parameter : parameters) {
      values.put(parameter.name(), canonical(parameter, plain));
    }
    return new Arguments(values);
  }

  private static <T> Object canonical(Parameter<T> parameter, Map<String, ?> plain) {
    Object given = plain.get(parameter.name());
    if (given == null) {
      return parameter.type().write(required(parameter));
    }
    try {
      return parameter.type().write(parameter.type().read(given));
    } catch (IllegalArgumentException e) {
      throw new IllegalArgumentException(
          "`%s`: expected %s, found %s".formatted(parameter.name(), e.getMessage(), given), e);
    }
  }

  private static <T> T required(Parameter<T> parameter) {
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
    Object plain = plainValues.get(parameter.name());
    if (plain == null) {
      throw new IllegalArgumentException(
          "The step's factory does not list the parameter `" + parameter.name() + "`");
    }
    return parameter.type().read(plain);
  }

  /// Every parameter with its value in canonical plain form, in the factory's order: what the
  /// recipe's digest is made of.
  public Map<String, Object> canonical() {
    return plainValues;
  }
}
