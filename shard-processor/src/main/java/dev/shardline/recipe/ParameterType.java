package dev.shardline.recipe;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.SortedMap;

/// How a parameter's value is read from the configuration, checked, written back canonically, and
/// described in JSON schema.
///
/// @param <T> the type of the value
public interface ParameterType<T> {
  /// The value that the configuration gives.
  ///
  /// @throws IllegalArgumentException if it is none; the message says what is expected: "a whole
  ///   number from 1 to 8192"
  T read(JsonNode value);

  /// The form that [#read] reads back as `value`; equal values have equal forms.
  JsonNode write(T value);

  /// The JSON schema of that form.
  ObjectNode schema();

  /// A whole number from `least` to `most`.
  static ParameterType<Integer> integer(int least, int most) {
    return new WholeNumberType(least, most);
  }

  /// A finite number from `least` to `most`.
  static ParameterType<Double> number(double least, double most) {
    return new FiniteNumberType(least, most);
  }

  /// A finite number.
  static ParameterType<Double> number() {
    return number(-Double.MAX_VALUE, Double.MAX_VALUE);
  }

  /// `true` or `false`.
  static ParameterType<Boolean> flag() {
    return new FlagType();
  }

  /// Any text.
  static ParameterType<String> text() {
    return new TextType();
  }

  /// One of an enum's constants, by its kebab-case name: `LARGEST_COMPONENT` is
  /// `largest-component`.
  static <E extends Enum<E>> ParameterType<E> choice(Class<E> choices) {
    return new ChoiceType<>(choices);
  }

  /// A list of `least` to `most` values.
  static <T> ParameterType<List<T>> list(ParameterType<T> element, int least, int most) {
    return new ListType<>(element, least, most);
  }

  /// A map from names to values, in the order of the names.
  static <T> ParameterType<SortedMap<String, T>> map(ParameterType<T> element) {
    return new MapType<>(element);
  }

  /// The kebab-case name of an enum's constant.
  static String choiceName(Enum<?> constant) {
    return constant.name().toLowerCase(Locale.ROOT).replace('_', '-');
  }

  /// The kebab-case names of all constants, in declared order.
  static List<String> choiceNames(Class<? extends Enum<?>> choices) {
    return Arrays.stream(choices.getEnumConstants()).map(ParameterType::choiceName).toList();
  }
}
