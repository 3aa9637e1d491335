package dev.shardline.split;

import dev.shardline.dataset.Split;
import dev.shardline.failure.UsageException;
import java.math.BigDecimal;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/// How a data set is to be split.
///
/// @param targets the splits, in the order of the files; none where every value of a column is a
///   split
/// @param seed of all randomness
/// @param groupBy columns whose equal values must not cross splits, beside the subject
/// @param stratifyBy columns whose values every split is to have equal shares of, beside the label
/// @param fixed which samples belong to a split before anything is drawn
/// @param foldColumnOrNull a column each of whose values is a split of its own; null for splits by
///   shares
public record SplitSpec(
    List<SplitTarget> targets,
    long seed,
    List<String> groupBy,
    List<String> stratifyBy,
    List<FixedRule> fixed,
    @Nullable String foldColumnOrNull) {
  /// @throws UsageException if the shares do not sum to 1, two splits have one name, or a rule
  ///   names a split that is none
  public SplitSpec {
    targets = List.copyOf(targets);
    groupBy = List.copyOf(groupBy);
    stratifyBy = List.copyOf(stratifyBy);
    fixed = List.copyOf(fixed);
    List<Split> splits = targets.stream().map(SplitTarget::split).toList();
    if (new HashSet<>(splits).size() != splits.size()) {
      throw new UsageException("Two splits have one name: " + splits);
    }
    if (foldColumnOrNull == null) {
      SplitShares.requireWhole(targets);
    } else if (!targets.isEmpty()) {
      throw new UsageException(
          "With a fold for each value of \"%s\" there can be no splits with shares; remove %s"
              .formatted(foldColumnOrNull, splits));
    }
    for (FixedRule rule : fixed) {
      if (!splits.contains(rule.split())) {
        throw new UsageException(
            "dataset.split.fixed names the split %s, which has no share; add \"%s: 0\" for a split that takes nothing else"
                .formatted(rule.split(), rule.split()));
      }
    }
  }

  /// Splits by shares alone.
  public SplitSpec(
      List<SplitTarget> targets, long seed, List<String> groupBy, List<String> stratifyBy) {
    this(targets, seed, groupBy, stratifyBy, List.of(), null);
  }

  /// The column each of whose values is a split of its own.
  public Optional<String> foldColumn() {
    return Optional.ofNullable(foldColumnOrNull);
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
