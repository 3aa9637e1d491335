package dev.shardline.split;

import dev.shardline.failure.UsageException;
import java.math.BigDecimal;
import java.util.List;
import java.util.stream.Collectors;

/// Shares of splits.
final class SplitShares {
  private SplitShares() {}

  /// The shares as parts of their sum.
  static double[] of(List<SplitTarget> targets) {
    BigDecimal sum = sum(targets);
    return targets.stream()
        .mapToDouble(target -> target.share().doubleValue() / sum.doubleValue())
        .toArray();
  }

  static BigDecimal sum(List<SplitTarget> targets) {
    return targets.stream().map(SplitTarget::share).reduce(BigDecimal.ZERO, BigDecimal::add);
  }

  /// Checks that the shares are those of a whole.
  ///
  /// @throws UsageException if they do not sum to 1 exactly
  static void requireWhole(List<SplitTarget> targets) {
    BigDecimal sum = sum(targets);
    if (sum.compareTo(BigDecimal.ONE) != 0) {
      throw new UsageException(
          "The shares of the splits sum to %s, not to 1: %s"
              .formatted(
                  sum.stripTrailingZeros().toPlainString(),
                  targets.stream()
                      .map(t -> t.split() + " " + t.share().toPlainString())
                      .collect(Collectors.joining(" + "))));
    }
  }
}
