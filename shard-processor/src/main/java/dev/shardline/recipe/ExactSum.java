package dev.shardline.recipe;

import dev.shardline.failure.MalformedDataException;
import dev.shardline.failure.Reason;
import java.math.BigDecimal;

/// A sum of floating-point numbers without any rounding: the same whatever the order and grouping
/// of what was added. Immutable. Meant for a few numbers an item; an item's own values are summed
/// in floating point, in their order.
///
/// @param value the sum, without trailing zeros
public record ExactSum(BigDecimal value) {
  public static final ExactSum ZERO = new ExactSum(BigDecimal.ZERO);

  /// No double, and no sum of so many of them as a lifetime allows, needs more digits.
  private static final int MOST_DIGITS = 1200;

  public ExactSum {
    value = value.stripTrailingZeros();
  }

  /// The sum with one more number.
  ///
  /// @throws IllegalArgumentException if it is not finite
  public ExactSum plus(double number) {
    if (!Double.isFinite(number)) {
      throw new IllegalArgumentException("Only finite numbers have an exact sum, got " + number);
    }
    return new ExactSum(value.add(new BigDecimal(number)));
  }

  /// Both sums together.
  public ExactSum plus(ExactSum other) {
    return new ExactSum(value.add(other.value));
  }

  /// The sum, rounded once.
  public double toDouble() {
    return value.doubleValue();
  }

  /// The form that [#parse] reads; equal sums have equal forms.
  @Override
  public String toString() {
    return value.toString();
  }

  /// The sum of such a form.
  ///
  /// @param field names it in messages
  /// @throws MalformedDataException if it is none
  public static ExactSum parse(String field, String form) throws MalformedDataException {
    if (form.length() <= 2 * MOST_DIGITS) {
      try {
        BigDecimal value = new BigDecimal(form);
        if (Math.abs((long) value.scale()) <= MOST_DIGITS) {
          return new ExactSum(value);
        }
      } catch (NumberFormatException _) {
        // said below
      }
    }
    throw new MalformedDataException(
        Reason.MALFORMED,
        field,
        "a decimal number",
        form.substring(0, Math.min(40, form.length())));
  }
}
