package dev.shardline.build;

import dev.shardline.column.TextDictionary;
import dev.shardline.failure.UsageException;
import dev.shardline.grouping.SampleTable;
import dev.shardline.growth.Growth;
import dev.shardline.labelling.Labelled;
import dev.shardline.labelling.SampleColumn;
import dev.shardline.labelling.SampleText;
import dev.shardline.manifest.Finding;
import dev.shardline.manifest.Severity;
import dev.shardline.split.FixedRule;
import dev.shardline.split.FixedSplits;
import dev.shardline.storage.StoreProvider;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.List;
import java.util.function.IntFunction;
import java.util.stream.IntStream;

/// Fixes samples to splits: those of an earlier build, and those that rules name.
final class FixedSamples {
  private static final int EXAMPLES = 3;

  private final Labelled labelled;
  private final FixedSplits fixed;
  private final StoreProvider stores;
  private final List<Finding> findings = new ArrayList<>();

  FixedSamples(Labelled labelled, FixedSplits fixed, StoreProvider stores) {
    this.labelled = labelled;
    this.fixed = fixed;
    this.stores = stores;
  }

  /// Samples of an earlier build stay where they are.
  void keep(Growth growth) {
    for (Growth.KeptPart part : growth.keptParts()) {
      for (int sample : part.samples()) {
        fixed.fix(sample, part.id().split(), "is there in the previous data set");
      }
    }
  }

  /// Applies a rule.
  ///
  /// @throws UsageException if it names no sample that there is
  void apply(FixedRule rule) {
    switch (rule) {
      case FixedRule.ByList list -> byList(list);
      case FixedRule.ByColumn column -> byColumn(column);
    }
  }

  private void byList(FixedRule.ByList rule) {
    TextDictionary listed = TextLines.read(rule.list(), stores);
    SampleTable samples = labelled.samples();
    IntFunction<String> text =
        SampleText.of(rule.on(), samples, labelled.columns(), "dataset.split.fixed");
    BitSet found = new BitSet();
    for (int sample = 0; sample < samples.size(); sample++) {
      int line = listed.find(text.apply(sample));
      if (line != TextDictionary.ABSENT) {
        found.set(line);
        fixed.fix(sample, rule.split(), "is named by the list %s".formatted(rule.list()));
      }
    }
    if (found.isEmpty()) {
      throw new UsageException(
          "The list %s names none of the samples: its lines are for example %s, the samples' %s for example \"%s\""
              .formatted(rule.list(), examples(listed, found), rule.on(), text.apply(0)));
    }
    reportUnmatched(rule, listed, found);
  }

  private void reportUnmatched(FixedRule.ByList rule, TextDictionary listed, BitSet found) {
    int unmatched = listed.size() - found.cardinality();
    if (unmatched > 0) {
      findings.add(
          new Finding(
              "unused-row",
              Severity.WARNING,
              "%d lines of the list %s name no sample".formatted(unmatched, rule.list()),
              unmatched,
              examples(listed, found)));
    }
  }

  private static List<String> examples(TextDictionary listed, BitSet found) {
    return IntStream.range(0, listed.size())
        .filter(line -> !found.get(line))
        .limit(EXAMPLES)
        .mapToObj(listed::text)
        .toList();
  }

  private void byColumn(FixedRule.ByColumn rule) {
    SampleColumn column = labelled.columns().require(rule.column(), "dataset.split.fixed");
    for (String value : rule.values()) {
      int code = column.values().find(value);
      int[] having =
          IntStream.range(0, column.size())
              .filter(sample -> code != TextDictionary.ABSENT && column.code(sample) == code)
              .toArray();
      if (having.length == 0) {
        throw new UsageException(
            "No sample has \"%s\" in the column \"%s\", which dataset.split.fixed names"
                .formatted(value, rule.column()));
      }
      for (int sample : having) {
        fixed.fix(sample, rule.split(), "has the %s \"%s\"".formatted(rule.column(), value));
      }
    }
  }

  /// What is to be said of the rules.
  List<Finding> findings() {
    return List.copyOf(findings);
  }
}
