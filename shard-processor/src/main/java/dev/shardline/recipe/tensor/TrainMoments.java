package dev.shardline.recipe.tensor;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.shardline.digest.CanonicalJson;
import dev.shardline.failure.MalformedDataException;
import dev.shardline.failure.Reason;
import dev.shardline.recipe.ExactSum;
import java.math.BigDecimal;
import java.math.MathContext;

/// Count, sum and sum of squares of all values of one group. The sums over an item are rounded in
/// the item's own order (compensated, Neumaier 1974), the sums over items are exact, so that
/// moments merge exactly. Immutable.
record TrainMoments(long count, ExactSum sum, ExactSum squares) {
  static final TrainMoments NONE = new TrainMoments(0, ExactSum.ZERO, ExactSum.ZERO);

  /// The moments of some values of a tensor, those that are not finite left out.
  ///
  /// @param from the first one
  /// @param to behind the last one
  /// @throws MalformedDataException if a sum is beyond the range of floating-point numbers
  static TrainMoments of(TensorValues values, int from, int to) throws MalformedDataException {
    RoundedSum sum = new RoundedSum();
    RoundedSum squares = new RoundedSum();
    long count = 0;
    for (int i = from; i < to; i++) {
      double value = values.at(i);
      if (Double.isFinite(value)) {
        sum.add(value);
        squares.add(value * value);
        count++;
      }
    }
    if (!Double.isFinite(squares.value()) || !Double.isFinite(sum.value())) {
      throw new MalformedDataException(
          Reason.NOT_FINITE, "values", "squares that can be summed", "values too large for it");
    }
    return new TrainMoments(
        count, ExactSum.ZERO.plus(sum.value()), ExactSum.ZERO.plus(squares.value()));
  }

  TrainMoments plus(TrainMoments other) {
    return new TrainMoments(count + other.count, sum.plus(other.sum), squares.plus(other.squares));
  }

  /// Of at least one value.
  double mean() {
    return sum.value().divide(BigDecimal.valueOf(count), MathContext.DECIMAL128).doubleValue();
  }

  /// The population's standard deviation, of at least one value.
  double deviation() {
    BigDecimal n = BigDecimal.valueOf(count);
    BigDecimal ofSquares = squares.value().multiply(n).subtract(sum.value().pow(2));
    double variance = ofSquares.divide(n.pow(2), MathContext.DECIMAL128).doubleValue();
    return Math.sqrt(Math.max(0, variance));
  }

  ObjectNode write() {
    return CanonicalJson.object()
        .put("count", count)
        .put("sum", sum.toString())
        .put("squares", squares.toString());
  }

  static TrainMoments read(JsonNode form) throws MalformedDataException {
    long count = form.path("count").asLong(-1);
    if (count < 0) {
      throw new MalformedDataException(
          Reason.MALFORMED, "count", "a number from 0", form.path("count").toString());
    }
    return new TrainMoments(
        count,
        ExactSum.parse("sum", form.path("sum").asText()),
        ExactSum.parse("squares", form.path("squares").asText()));
  }

  /// A compensated sum. For one thread.
  private static final class RoundedSum {
    private double sum;
    private double lost;

    void add(double value) {
      double next = sum + value;
      lost += Math.abs(sum) >= Math.abs(value) ? sum - next + value : value - next + sum;
      sum = next;
    }

    double value() {
      return sum + lost;
    }
  }
}
