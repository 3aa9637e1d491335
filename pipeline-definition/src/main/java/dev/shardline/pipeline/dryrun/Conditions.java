package dev.shardline.pipeline.dryrun;

import com.fasterxml.jackson.databind.JsonNode;
import dev.shardline.pipeline.Condition;
import dev.shardline.pipeline.Expression;
import java.util.List;

/// Answers conditions.
final class Conditions {
  private final Values values;

  Conditions(Values values) {
    this.values = values;
  }

  boolean all(List<Condition> conditions) throws StepFailedException {
    for (Condition condition : conditions) {
      if (!holds(condition)) {
        return false;
      }
    }
    return true;
  }

  private boolean holds(Condition condition) throws StepFailedException {
    return switch (condition) {
      case Condition.Comparison comparison -> compare(comparison);
      case Condition.In(Expression query, List<Expression> among) -> isIn(query, among);
      case Condition.Not(Condition inner) -> !holds(inner);
      case Condition.Or(List<Condition> inner) -> any(inner);
    };
  }

  private boolean any(List<Condition> conditions) throws StepFailedException {
    for (Condition condition : conditions) {
      if (holds(condition)) {
        return true;
      }
    }
    return false;
  }

  private boolean isIn(Expression query, List<Expression> among) throws StepFailedException {
    JsonNode sought = values.value(query);
    for (Expression one : among) {
      if (equal(sought, values.value(one))) {
        return true;
      }
    }
    return false;
  }

  private boolean compare(Condition.Comparison comparison) throws StepFailedException {
    JsonNode left = values.value(comparison.left());
    JsonNode right = values.value(comparison.right());
    return switch (comparison.operator()) {
      case EQUALS -> equal(left, right);
      case GREATER_THAN -> order(left, right) > 0;
      case GREATER_THAN_OR_EQUAL_TO -> order(left, right) >= 0;
      case LESS_THAN -> order(left, right) < 0;
      case LESS_THAN_OR_EQUAL_TO -> order(left, right) <= 0;
    };
  }

  private static boolean equal(JsonNode left, JsonNode right) {
    return (left.isNumber() && right.isNumber())
        ? left.decimalValue().compareTo(right.decimalValue()) == 0
        : left.equals(right);
  }

  private static int order(JsonNode left, JsonNode right) throws StepFailedException {
    if (!left.isNumber() || !right.isNumber()) {
      throw StepFailedException.permanent(
          "only numbers can be ordered, found %s and %s".formatted(left, right));
    }
    return left.decimalValue().compareTo(right.decimalValue());
  }
}
