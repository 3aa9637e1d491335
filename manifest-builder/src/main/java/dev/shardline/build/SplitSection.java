package dev.shardline.build;

import dev.shardline.config.Section;
import dev.shardline.dataset.Split;
import dev.shardline.failure.UsageException;
import dev.shardline.labelling.TableSpec;
import dev.shardline.split.FixedRule;
import dev.shardline.split.SplitSpec;
import dev.shardline.split.SplitTarget;
import dev.shardline.storage.ObjectLocation;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/// Reads `dataset.split`: every key that is none of the options below is a split with its share.
///
/// ```yaml
/// split:
///   train: 0.7
///   validation: 0.15
///   test: 0.15
///   seed: 0
///   minimum-per-class: 1      # of every class in every split
///   group-by: [site]          # columns that must not cross splits, beside the subject
///   stratify-by: [scanner]    # columns to be balanced, beside the label
///   caps: {train: 100000}
///   folds: 5                  # fold-0 … fold-4 share what the splits above leave of the whole
///   folds: {by: site}         # or: every site is a fold
///   fixed:                    # what belongs to a split before anything is drawn
///     - {split: test, list: test-subjects.txt, on: subject}   # one a line; on: id is the default
///     - {split: test, column: site, values: [Oslo]}           # leave a site out
/// ```
final class SplitSection {
  private static final String FOLDS = "folds";
  private static final Set<String> OPTIONS =
      Set.of("seed", "minimum-per-class", "group-by", "stratify-by", "caps", "fixed", FOLDS);
  private static final int MOST_FOLDS = 100;
  private static final int SHARE_DIGITS = 6;

  private final Section section;
  private final int minimum;
  private final List<SplitTarget> targets;
  private final List<FixedRule> fixed;
  private final @Nullable String foldColumn;

  private SplitSection(Section section) {
    this.section = section;
    this.minimum = section.integer("minimum-per-class", 0, Integer.MAX_VALUE).orElse(1L).intValue();
    List<SplitTarget> found = readTargets();
    this.foldColumn = foldColumn();
    if (section.has(FOLDS) && foldColumn == null) {
      addFolds(found);
    }
    this.targets = List.copyOf(found);
    this.fixed = readFixed();
    OPTIONS.forEach(section::has);
    section.finish();
  }

  /// Reads the section; what is wrong goes to its problems.
  static SplitSection read(Section section) {
    return new SplitSection(section);
  }

  /// What was read; only to be asked for where no problem was found.
  SplitSpec spec() {
    boolean usual = targets.isEmpty() && foldColumn == null;
    return new SplitSpec(
        usual ? SplitSpec.ofShares("0.7", "0.15", "0.15", 0).targets() : targets,
        section.integer("seed").orElse(0L),
        section.texts("group-by"),
        section.texts("stratify-by"),
        fixed,
        foldColumn);
  }

  private List<SplitTarget> readTargets() {
    Section caps = section.sectionOrEmpty("caps");
    List<SplitTarget> found = new ArrayList<>();
    for (String key : section.keys()) {
      if (!OPTIONS.contains(key)) {
        section.decimal(key).ifPresent(share -> add(found, key, share, caps));
      }
    }
    caps.finish();
    return found;
  }

  private void add(List<SplitTarget> found, String key, BigDecimal share, Section caps) {
    try {
      long cap = caps.integer(key, 0, Long.MAX_VALUE).orElse(SplitTarget.NO_CAP);
      found.add(new SplitTarget(new Split(key), share, minimum, cap));
    } catch (IllegalArgumentException | UsageException e) {
      section.problem(key, String.valueOf(e.getMessage()));
    }
  }

  private @Nullable String foldColumn() {
    if (!section.value().path(FOLDS).isObject()) {
      return null;
    }
    Section folds = section.sectionOrEmpty(FOLDS);
    String column = folds.requiredText("by");
    folds.finish();
    return column;
  }

  /// Folds of equal shares; the last one takes what rounding leaves.
  private void addFolds(List<SplitTarget> found) {
    int folds = section.integer(FOLDS, 2, MOST_FOLDS).orElse(2L).intValue();
    BigDecimal rest = BigDecimal.ONE;
    for (SplitTarget target : found) {
      rest = rest.subtract(target.share());
    }
    if (rest.signum() <= 0) {
      section.problem(FOLDS, "the other splits' shares leave nothing for folds");
      return;
    }
    BigDecimal each = rest.divide(BigDecimal.valueOf(folds), SHARE_DIGITS, RoundingMode.HALF_EVEN);
    for (int fold = 0; fold < folds; fold++) {
      BigDecimal share = fold < folds - 1 ? each : rest;
      rest = rest.subtract(each);
      found.add(new SplitTarget(new Split("fold-" + fold), share, minimum, SplitTarget.NO_CAP));
    }
  }

  private List<FixedRule> readFixed() {
    List<FixedRule> rules = new ArrayList<>();
    for (Section rule : section.sections("fixed")) {
      String name = rule.requiredText("split");
      Optional<Split> split = Attempt.at(rule, "split", () -> new Split(name));
      Optional<ObjectLocation> list = rule.location("list");
      String on = rule.text("on").orElse(TableSpec.ID);
      Optional<String> column = rule.text("column");
      List<String> values = rule.texts("values");
      rule.finish();
      if (list.isPresent() == column.isPresent()) {
        rule.problem("list", "expected either a list (a file) or a column with values");
      } else if (column.isPresent() && values.isEmpty()) {
        rule.problem("values", "is missing: which values of the column belong to the split");
      }
      split.ifPresent(place -> {
        list.ifPresent(file -> rules.add(new FixedRule.ByList(place, file, on)));
        column.ifPresent(by -> rules.add(new FixedRule.ByColumn(place, by, values)));
      });
    }
    return List.copyOf(rules);
  }
}
