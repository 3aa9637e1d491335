package dev.shardline.recipe;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/// How a parameter's value is read from YAML, checked, written back canonically, and described in
/// JSON schema. A plain YAML value is a [String], [Boolean], [Integer], [Long],
/// [java.math.BigInteger], [Double], [List] or [Map].
///
/// @param <T> the type of the value
public interface ParameterType<T> {
  /// The value of a plain YAML value.
  ///
  /// @throws IllegalArgumentException if it is none; the message says what is expected: "a whole
  ///   number from 1 to 8192"
  T read(Object plain);

  /// The plain value that [#read] reads back as `value`, always in the same form.
  Object write(T value);

  /// The JSON schema of the plain value.
  Map<String, Object> schema();

  /// A whole number from `least` to `most`.
  static ParameterType<Integer> integer(int least, int most) {
    return new ParameterTypes.WholeNumber(least, most);
  }

  /// A finite number from `least` to `most`.
  static ParameterType<Double> number(double least, double most) {
    return new ParameterTypes.FiniteNumber(least, most);
  }

  /// A finite number.
  static ParameterType<Double> number() {
    return number(-Double.MAX_VALUE, Double.MAX_VALUE);
  }

  /// `true` or `false`.
  static ParameterType<Boolean> flag() {
    return new ParameterTypes.Flag();
  }

  /// Any text.
  static ParameterType<String> text() {
    return new ParameterTypes.Text();
  }

  /// One of an enum's constants, by its kebab-case name: `LARGEST_COMPONENT` is
  /// `largest-component`.
  static <E extends Enum<E>> ParameterType<E> choice(Class<E> choices) {
    return new ParameterTypes.Choice<>(choices);
  }

  /// A list of `least` to `most` values.
  static <T> ParameterType<List<T>> list(ParameterType<T> element, int least, int most) {
    return new ParameterTypes.Values<>(element, least, most);
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
