package dev.shardline.flow;

import dev.shardline.failure.PermanentException;
import java.math.BigDecimal;

/// How many quarantined samples are too many.
///
/// @param toleratedRatio of a worker's samples, 0 to 1
public record FailurePolicy(BigDecimal toleratedRatio) {
  public FailurePolicy {
    if (toleratedRatio.signum() < 0 || toleratedRatio.compareTo(BigDecimal.ONE) > 0) {
      throw new IllegalArgumentException(
          "A tolerated ratio lies from 0 to 1, not " + toleratedRatio);
    }
  }

  /// @param quarantined samples so far
  /// @param assigned all samples of the worker
  /// @param example one of the failures
  /// @throws PermanentException if the tolerated ratio is exceeded whatever is yet to come
  public void check(long quarantined, long assigned, String example) {
    BigDecimal tolerated = toleratedRatio.multiply(BigDecimal.valueOf(assigned));
    if (BigDecimal.valueOf(quarantined).compareTo(tolerated) > 0) {
      throw new PermanentException(
          "%d of this worker's %d samples cannot be used, more than the tolerated ratio of %s. The last one: %s. Mend the data or the recipe, or raise tolerated-failure-ratio."
              .formatted(quarantined, assigned, toleratedRatio.toPlainString(), example));
    }
  }
}
