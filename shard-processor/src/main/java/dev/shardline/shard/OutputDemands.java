package dev.shardline.shard;

import java.math.BigDecimal;

/// What a run must come to. No part of its identity, because no byte of the output depends on it.
///
/// @param toleratedFailureRatio how many of each worker's samples may be quarantined, 0 to 1
/// @param minimumPerClass how many samples of every class must have given records, in every split
public record OutputDemands(BigDecimal toleratedFailureRatio, long minimumPerClass) {
  /// No failure is tolerated, no class is counted.
  public static final OutputDemands USUAL = new OutputDemands(BigDecimal.ZERO, 0);

  public OutputDemands {
    if (toleratedFailureRatio.signum() < 0 || toleratedFailureRatio.compareTo(BigDecimal.ONE) > 0) {
      throw new IllegalArgumentException("0 to 1, found " + toleratedFailureRatio);
    }
    if (minimumPerClass < 0) {
      throw new IllegalArgumentException("0 or more, found " + minimumPerClass);
    }
  }

  /// The same demands but for the failures.
  public OutputDemands tolerating(BigDecimal ratio) {
    return new OutputDemands(ratio, minimumPerClass);
  }
}
