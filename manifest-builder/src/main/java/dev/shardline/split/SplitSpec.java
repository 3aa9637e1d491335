package dev.shardline.split;

import dev.shardline.dataset.Split;
import dev.shardline.failure.UsageException;
import java.math.BigDecimal;
import java.util.HashSet;
import java.util.List;

/// How a data set is to be split.
///
/// @param targets the splits, in the order of the files
/// @param seed of all randomness
/// @param groupBy columns whose equal values must not cross splits, beside the subject
/// @param stratifyBy columns whose values every split is to have equal shares of, beside the label
public record SplitSpec(
    List<SplitTarget> targets, long seed, List<String> groupBy, List<String> stratifyBy) {
  /// @throws UsageException if the shares do not sum to 1, or two splits have one name
  public SplitSpec {
    targets = List.copyOf(targets);
    groupBy = List.copyOf(groupBy);
    stratifyBy = List.copyOf(stratifyBy);
    if (new HashSet<>(targets.stream().map(SplitTarget::split).toList()).size() != targets.size()) {
      throw new UsageException("Two splits have one name: " + targets);
    }
    SplitShares.requireWhole(targets);
  }

  /// Train, validation and test by shares, at least one sample of every class in each.
  public static SplitSpec ofShares(String train, String validation, String test, long seed) {
    return new SplitSpec(
        List.of(
            target(Split.TRAIN, train),
            target(Split.VALIDATION, validation),
            target(Split.TEST, test)),
        seed,
        List.of(),
        List.of());
  }

  private static SplitTarget target(Split split, String share) {
    return new SplitTarget(split, new BigDecimal(share), 1, SplitTarget.NO_CAP);
  }
}
