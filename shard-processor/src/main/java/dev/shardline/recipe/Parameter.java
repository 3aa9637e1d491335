package dev.shardline.recipe;

import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/// One typed parameter of a step, made once as a constant and used as the key to its value:
///
/// ```java
/// static final Parameter<Integer> SIZE =
///     Parameter.of("size", ParameterType.integer(1, 8192), 224, "edge of the square, in pixels");
/// int size = arguments.value(SIZE);
/// ```
///
/// @param <T> the type of its value
public final class Parameter<T> {
  private final String name;
  private final ParameterType<T> type;
  private final @Nullable T defaultValue;
  private final String summary;

  private Parameter(String name, ParameterType<T> type, @Nullable T defaultValue, String summary) {
    this.name = name;
    this.type = type;
    this.defaultValue = defaultValue;
    this.summary = summary;
  }

  /// A parameter that may be left out.
  ///
  /// @param name kebab-case
  /// @param summary one line, with the unit
  public static <T> Parameter<T> of(
      String name, ParameterType<T> type, T defaultValue, String summary) {
    return new Parameter<>(name, type, Objects.requireNonNull(defaultValue), summary);
  }

  /// A parameter that must be given.
  public static <T> Parameter<T> required(String name, ParameterType<T> type, String summary) {
    return new Parameter<>(name, type, null, summary);
  }

  public String name() {
    return name;
  }

  public ParameterType<T> type() {
    return type;
  }

  /// The value where the recipe gives none; empty if it must give one.
  public Optional<T> defaultValue() {
    return Optional.ofNullable(defaultValue);
  }

  public String summary() {
    return summary;
  }
}
