package dev.shardline.pipeline;

import dev.shardline.pipeline.Expression.Literal;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// A value that whoever starts the pipeline may choose.
///
/// @param defaultValue what it is when nothing is chosen; null if a choice is required
/// @param allowed the only values it may have; empty for any. Strings only, as the service has it
public record Parameter(
    String name, Type type, @Nullable Literal defaultValue, List<String> allowed) {
  /// What a parameter holds, by the service's names.
  public enum Type implements ServiceNamed {
    STRING("String"),
    INTEGER("Integer"),
    FLOAT("Float"),
    BOOLEAN("Boolean");

    private final String serviceName;

    Type(String serviceName) {
      this.serviceName = serviceName;
    }

    @Override
    public String serviceName() {
      return serviceName;
    }

    /// Whether a literal is of this type; a whole number is also a decimal one.
    public boolean accepts(Literal literal) {
      return switch (literal) {
        case Expression.Text ignored -> this == STRING;
        case Expression.Whole ignored -> this == INTEGER || this == FLOAT;
        case Expression.Decimal ignored -> this == FLOAT;
        case Expression.Flag ignored -> this == BOOLEAN;
      };
    }
  }

  public Parameter {
    allowed = List.copyOf(allowed);
    if (defaultValue != null && !type.accepts(defaultValue)) {
      throw new IllegalArgumentException(
          "Parameter %s is of type %s and cannot default to %s"
              .formatted(name, type.serviceName(), defaultValue));
    }
    if (!allowed.isEmpty() && type != Type.STRING) {
      throw new IllegalArgumentException(
          "Parameter %s: only a String may have enumerated values".formatted(name));
    }
  }

  public static Parameter ofText(String name, String defaultValue) {
    return new Parameter(name, Type.STRING, new Expression.Text(defaultValue), List.of());
  }

  public static Parameter ofWhole(String name, long defaultValue) {
    return new Parameter(name, Type.INTEGER, new Expression.Whole(defaultValue), List.of());
  }

  public static Parameter ofDecimal(String name, double defaultValue) {
    return new Parameter(name, Type.FLOAT, new Expression.Decimal(defaultValue), List.of());
  }

  /// A reference to this parameter.
  public Expression reference() {
    return new Expression.ParameterReference(name);
  }
}
