package dev.shardline.split;

import dev.shardline.dataset.Split;
import dev.shardline.failure.UsageException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.function.IntFunction;

/// Which samples belong to a split before anything is drawn, and why. For one thread.
public final class FixedSplits {
  /// Marks a sample that nothing assigns to a split.
  static final byte FREE = AllocationProblem.FREE;

  private final List<Split> splits;
  private final IntFunction<String> ids;
  private final byte[] splitOf;
  private final byte[] reasonOf;
  private final List<String> reasons = new ArrayList<>();

  /// No sample is fixed yet.
  ///
  /// @param splits all splits, in the order of the targets
  /// @param samples how many there are
  /// @param ids their ids, for messages
  public FixedSplits(List<Split> splits, int samples, IntFunction<String> ids) {
    this.splits = List.copyOf(splits);
    this.ids = ids;
    this.splitOf = new byte[samples];
    this.reasonOf = new byte[samples];
    Arrays.fill(splitOf, FREE);
  }

  /// Fixes a sample.
  ///
  /// @param reason why, to be read after "it": `is there in the previous data set`
  /// @throws UsageException if there is no such split, or the sample is fixed to another
  public void fix(int sample, Split split, String reason) {
    byte index = (byte) splits.indexOf(split);
    if (index < 0) {
      throw new UsageException(
          "Sample \"%s\" must be in split %s, because it %s; but dataset.split names only %s"
              .formatted(ids.apply(sample), split, reason, splits));
    }
    if (splitOf[sample] != FREE && splitOf[sample] != index) {
      throw new UsageException(
          "Sample \"%s\" must be in two splits: in %s, because it %s; and in %s, because it %s"
              .formatted(ids.apply(sample), splitName(sample), reason(sample), split, reason));
    }
    if (splitOf[sample] == FREE) {
      splitOf[sample] = index;
      reasonOf[sample] = indexOf(reason);
    }
  }

  private byte indexOf(String reason) {
    int known = reasons.lastIndexOf(reason);
    if (known < 0) {
      reasons.add(reason);
      known = reasons.size() - 1;
    }
    if (known > Byte.MAX_VALUE) {
      throw new UsageException(
          "Too many rules fix samples to splits; at most 128 can be told apart");
    }
    return (byte) known;
  }

  /// The index of a sample's split, [#FREE] for none.
  byte of(int sample) {
    return splitOf[sample];
  }

  Split splitName(int sample) {
    return splits.get(splitOf[sample]);
  }

  String reason(int sample) {
    return reasons.get(reasonOf[sample]);
  }

  String id(int sample) {
    return ids.apply(sample);
  }

  int samples() {
    return splitOf.length;
  }
}
