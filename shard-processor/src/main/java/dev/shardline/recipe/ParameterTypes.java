package dev.shardline.recipe;

import java.math.BigDecimal;
import java.math.BigInteger;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/// The parameter types that come with the engine.
final class ParameterTypes {
  private ParameterTypes() {}

  record WholeNumber(int least, int most) implements ParameterType<Integer> {
    @Override
    public Integer read(Object plain) {
      if (plain instanceof Integer value && value >= least && value <= most) {
        return value;
      }
      throw new IllegalArgumentException("a whole number from %d to %d".formatted(least, most));
    }

    @Override
    public Object write(Integer value) {
      return value;
    }

    @Override
    public Map<String, Object> schema() {
      return Map.of("type", "integer", "minimum", least, "maximum", most);
    }
  }

  record FiniteNumber(double least, double most) implements ParameterType<Double> {
    @Override
    public Double read(Object plain) {
      boolean numeric =
          plain instanceof Double
              || plain instanceof Integer
              || plain instanceof Long
              || plain instanceof BigInteger
              || plain instanceof BigDecimal;
      if (numeric) {
        double value = ((Number) plain).doubleValue();
        if (value >= least && value <= most) {
          return value + 0.0; // makes -0.0 plain 0.0, for the canonical form
        }
      }
      throw new IllegalArgumentException(bounded() ? "a number" + range() : "a number");
    }

    private boolean bounded() {
      return least > -Double.MAX_VALUE || most < Double.MAX_VALUE;
    }

    private String range() {
      String from = least > -Double.MAX_VALUE ? " from " + BigDecimal.valueOf(least) : "";
      return most < Double.MAX_VALUE ? from + " to " + BigDecimal.valueOf(most) : from + " up";
    }

    @Override
    public Object write(Double value) {
      return value;
    }

    @Override
    public Map<String, Object> schema() {
      Map<String, Object> schema = new TreeMap<>(Map.of("type", "number"));
      if (least > -Double.MAX_VALUE) {
        schema.put("minimum", least);
      }
      if (most < Double.MAX_VALUE) {
        schema.put("maximum", most);
      }
      return schema;
    }
  }

  record Flag() implements ParameterType<Boolean> {
    @Override
    public Boolean read(Object plain) {
      if (plain instanceof Boolean value) {
        return value;
      }
      throw new IllegalArgumentException("true or false");
    }

    @Override
    public Object write(Boolean value) {
      return value;
    }

    @Override
    public Map<String, Object> schema() {
      return Map.of("type", "boolean");
    }
  }

  record Text() implements ParameterType<String> {
    @Override
    public String read(Object plain) {
      if (plain instanceof String value) {
        return value;
      }
      throw new IllegalArgumentException("a text (put it in quotes)");
    }

    @Override
    public Object write(String value) {
      return value;
    }

    @Override
    public Map<String, Object> schema() {
      return Map.of("type", "string");
    }
  }

  record Choice<E extends Enum<E>>(Class<E> choices) implements ParameterType<E> {
    @Override
    public E read(Object plain) {
      return Arrays.stream(choices.getEnumConstants())
          .filter(constant -> ParameterType.choiceName(constant).equals(plain))
          .findFirst()
          .orElseThrow(() ->
              new IllegalArgumentException(
                  "one of " + String.join(", ", ParameterType.choiceNames(choices))));
    }

    @Override
    public Object write(E value) {
      return ParameterType.choiceName(value);
    }

    @Override
    public Map<String, Object> schema() {
      return Map.of("enum", ParameterType.choiceNames(choices));
    }
  }

  record Values<T>(ParameterType<T> element, int least, int most)
      implements ParameterType<List<T>> {
    @Override
    public List<T> read(Object plain) {
      if (plain instanceof List<?> values && values.size() >= least && values.size() <= most) {
        return values.stream().map(this::element).toList();
      }
      throw new IllegalArgumentException("a list of %s values".formatted(count()));
    }

    private T element(Object plain) {
      try {
        return element.read(plain);
      } catch (IllegalArgumentException e) {
        throw new IllegalArgumentException("a list, each value " + e.getMessage(), e);
      }
    }

    private String count() {
      return least == most ? String.valueOf(least) : least + " to " + most;
    }

    @Override
    public Object write(List<T> value) {
      return value.stream().map(element::write).toList();
    }

    @Override
    public Map<String, Object> schema() {
      return Map.of(
          "type", "array", "items", element.schema(), "minItems", least, "maxItems", most);
    }
  }
}
