package dev.shardline.build;

import dev.shardline.config.Section;
import dev.shardline.dataset.Split;
import dev.shardline.failure.UsageException;
import dev.shardline.split.SplitSpec;
import dev.shardline.split.SplitTarget;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;

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
/// ```
final class SplitSection {
  private static final Set<String> OPTIONS =
      Set.of("seed", "minimum-per-class", "group-by", "stratify-by", "caps");

  private final Section section;
  private final List<SplitTarget> targets;

  private SplitSection(Section section) {
    this.section = section;
    this.targets = readTargets();
    OPTIONS.forEach(section::has);
    section.finish();
  }

  /// Reads the section; what is wrong goes to its problems.
  static SplitSection read(Section section) {
    return new SplitSection(section);
  }

  /// What was read; only to be asked for where no problem was found.
  SplitSpec spec() {
    return targets.isEmpty()
        ? SplitSpec.ofShares("0.7", "0.15", "0.15", seed())
        : new SplitSpec(targets, seed(), section.texts("group-by"), section.texts("stratify-by"));
  }

  private long seed() {
    return section.integer("seed").orElse(0L);
  }

  private List<SplitTarget> readTargets() {
    int minimum = section.integer("minimum-per-class", 0, Integer.MAX_VALUE).orElse(1L).intValue();
    Section caps = section.sectionOrEmpty("caps");
    List<SplitTarget> found = new ArrayList<>();
    for (String key : section.keys()) {
      if (!OPTIONS.contains(key)) {
        section.decimal(key).ifPresent(share -> add(found, key, share, minimum, caps));
      }
    }
    caps.finish();
    return List.copyOf(found);
  }

  private void add(
      List<SplitTarget> found, String key, BigDecimal share, int minimum, Section caps) {
    try {
      long cap = caps.integer(key, 0, Long.MAX_VALUE).orElse(SplitTarget.NO_CAP);
      found.add(new SplitTarget(new Split(key), share, minimum, cap));
    } catch (IllegalArgumentException | UsageException e) {
      section.problem(key, String.valueOf(e.getMessage()));
    }
  }
}
