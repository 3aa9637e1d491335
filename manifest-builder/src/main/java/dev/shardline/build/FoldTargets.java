package dev.shardline.build;

import dev.shardline.dataset.Split;
import dev.shardline.failure.UsageException;
import dev.shardline.labelling.SampleColumn;
import dev.shardline.manifest.Finding;
import dev.shardline.manifest.Severity;
import dev.shardline.split.FixedSplits;
import dev.shardline.split.SplitTarget;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;

/// A fold for each value of a column, such as the site: `fold-0` has the first value by its UTF-8
/// bytes.
final class FoldTargets {
  private static final int MOST = 100;

  private final SampleColumn column;
  private final int[] foldOf;
  private final List<String> values = new ArrayList<>();

  /// @throws UsageException if a sample has no value, or there are fewer than two or too many
  FoldTargets(SampleColumn column) {
    this.column = column;
    boolean[] used = new boolean[column.values().size()];
    for (int sample = 0; sample < column.size(); sample++) {
      if (!column.isPresent(sample)) {
        throw new UsageException(
            "dataset.split.folds: not every sample has a value in the column \"%s\"; give them one, or exclude them"
                .formatted(column.name()));
      }
      used[column.code(sample)] = true;
    }
    this.foldOf = new int[used.length];
    for (int code : column.values().sortedCodes()) {
      if (used[code]) {
        foldOf[code] = values.size();
        values.add(column.values().text(code));
      }
    }
    if (values.size() < 2 || values.size() > MOST) {
      throw new UsageException(
          "dataset.split.folds: the column \"%s\" has %d different values; expected 2 to %d"
              .formatted(column.name(), values.size(), MOST));
    }
  }

  /// The folds, which take nothing but what is fixed to them.
  List<SplitTarget> targets() {
    return IntStream.range(0, values.size())
        .mapToObj(fold -> new SplitTarget(split(fold), BigDecimal.ZERO, 0, SplitTarget.NO_CAP))
        .toList();
  }

  private static Split split(int fold) {
    return new Split("fold-" + fold);
  }

  /// Fixes every sample to its fold.
  void fix(FixedSplits fixed) {
    List<String> reasons =
        values.stream().map(value -> "has the %s \"%s\"".formatted(column.name(), value)).toList();
    List<Split> splits = IntStream.range(0, values.size()).mapToObj(FoldTargets::split).toList();
    for (int sample = 0; sample < column.size(); sample++) {
      int fold = foldOf[column.code(sample)];
      fixed.fix(sample, splits.get(fold), reasons.get(fold));
    }
  }

  /// Which fold has which value.
  Finding finding() {
    return new Finding(
        "folds",
        Severity.NOTE,
        "every %s is a fold: %s".formatted(column.name(), names()),
        values.size(),
        List.of());
  }

  private String names() {
    return String.join(
        ", ",
        IntStream.range(0, values.size())
            .mapToObj(fold -> "%s has \"%s\"".formatted(split(fold), values.get(fold)))
            .toList());
  }
}
