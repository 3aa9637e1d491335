package dev.shardline.split;

import dev.shardline.dataset.Split;
import java.math.BigDecimal;

/// What a split is to be.
///
/// @param share its share of all samples, 0 to 1; 0 for one that only takes what is assigned to it
///   by a list or a column
/// @param minimumPerClass how many samples of every class it must have at least
/// @param cap how many samples it may have at most; [#NO_CAP] for any number
public record SplitTarget(Split split, BigDecimal share, int minimumPerClass, long cap) {
  public static final long NO_CAP = Long.MAX_VALUE;

  public SplitTarget {
    if (share.signum() < 0 || share.compareTo(BigDecimal.ONE) > 0) {
      throw new IllegalArgumentException(
          "The share of split %s is %s; expected a number from 0 to 1".formatted(split, share));
    }
    if (minimumPerClass < 0 || cap < 0) {
      throw new IllegalArgumentException(
          "Split %s cannot have at least %d samples of a class and at most %d in all"
              .formatted(split, minimumPerClass, cap));
    }
  }

  /// Whether samples that nothing assigns may come here.
  public boolean isOpen() {
    return share.signum() > 0;
  }
}
