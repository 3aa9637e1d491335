package dev.shardline.pipeline;

import java.util.List;

/// A question whose answer decides which branch of a [Step.Choice] runs.
public sealed interface Condition {
  /// Compares two values; numbers by value, everything else only for equality.
  record Comparison(Operator operator, Expression left, Expression right) implements Condition {}

  /// Whether the value is one of several.
  record In(Expression query, List<Expression> values) implements Condition {
    public In {
      values = List.copyOf(values);
    }
  }

  /// The opposite.
  record Not(Condition condition) implements Condition {}

  /// Whether at least one holds.
  record Or(List<Condition> conditions) implements Condition {
    public Or {
      conditions = List.copyOf(conditions);
    }
  }

  /// The comparisons, by the service's names.
  enum Operator implements ServiceNamed {
    EQUALS("Equals"),
    GREATER_THAN("GreaterThan"),
    GREATER_THAN_OR_EQUAL_TO("GreaterThanOrEqualTo"),
    LESS_THAN("LessThan"),
    LESS_THAN_OR_EQUAL_TO("LessThanOrEqualTo");

    private final String serviceName;

    Operator(String serviceName) {
      this.serviceName = serviceName;
    }

    @Override
    public String serviceName() {
      return serviceName;
    }
  }
}
