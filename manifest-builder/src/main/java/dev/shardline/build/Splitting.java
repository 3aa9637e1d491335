package dev.shardline.build;

import dev.shardline.column.CodeColumn;
import dev.shardline.column.TextDictionary;
import dev.shardline.growth.Growth;
import dev.shardline.labelling.Columns;
import dev.shardline.labelling.Labelled;
import dev.shardline.labelling.LabellingSpec;
import dev.shardline.labelling.SampleColumn;
import dev.shardline.manifest.Finding;
import dev.shardline.split.Bond;
import dev.shardline.split.BoundGroups;
import dev.shardline.split.FixedSplits;
import dev.shardline.split.GroupSplitter;
import dev.shardline.split.Groups;
import dev.shardline.split.SplitSpec;
import dev.shardline.split.SplitTarget;
import dev.shardline.split.Strata;
import dev.shardline.storage.StoreProvider;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.IntStream;

/// The stage that gives every sample to a split.
final class Splitting {
  private final SplitSpec spec;
  private final String subject;
  private final Set<String> balanced;
  private final StoreProvider stores;
  private final IdHashes hashes;

  /// @param hashes of the samples that are split
  /// @param stores where lists of samples are read from
  Splitting(SplitSpec spec, LabellingSpec labelling, IdHashes hashes, StoreProvider stores) {
    this.spec = spec;
    this.subject = labelling.subject();
    this.balanced = new LinkedHashSet<>(labelling.furtherLabels());
    balanced.addAll(spec.stratifyBy());
    this.hashes = hashes;
    this.stores = stores;
  }

  /// What the stage gives.
  ///
  /// @param targets the splits
  /// @param splitOf for each sample the index of its split
  @SuppressWarnings("ArrayRecordComponent") // a stage's result, never compared
  record Result(List<SplitTarget> targets, byte[] splitOf, List<Finding> findings) {}

  /// Splits the samples.
  ///
  /// @throws dev.shardline.failure.UsageException if what is asked for cannot be met
  Result apply(Labelled labelled, Groups copies, Growth growth) {
    List<Finding> findings = new ArrayList<>(growth.findings());
    Optional<FoldTargets> folds =
        spec.foldColumn()
            .map(name -> new FoldTargets(labelled.columns().require(name, "dataset.split.folds")));
    List<SplitTarget> targets = folds.map(FoldTargets::targets).orElse(spec.targets());
    FixedSplits fixed =
        new FixedSplits(
            targets.stream().map(SplitTarget::split).toList(),
            labelled.samples().size(),
            labelled.samples()::id);
    folds.ifPresent(each -> each.fix(fixed));
    folds.ifPresent(each -> findings.add(each.finding()));
    FixedSamples rules = new FixedSamples(labelled, fixed, stores);
    rules.keep(growth);
    spec.fixed().forEach(rules::apply);
    findings.addAll(rules.findings());
    return new Result(targets, split(labelled, copies, targets, fixed), findings);
  }

  private byte[] split(
      Labelled labelled, Groups copies, List<SplitTarget> targets, FixedSplits fixed) {
    BoundGroups bound = BoundGroups.of(bonds(labelled, copies), fixed);
    Groups groups = bound.groups();
    byte[] splitOfGroup =
        new GroupSplitter(targets, spec.seed())
            .split(
                groups,
                strata(labelled),
                hashes.of(groups),
                bound.fixed(),
                labelled.encoding().names());
    byte[] splitOf = new byte[groups.samples()];
    for (int sample = 0; sample < splitOf.length; sample++) {
      splitOf[sample] = splitOfGroup[groups.of(sample)];
    }
    return splitOf;
  }

  /// Samples are linked by subject, by columns, and as copies.
  private List<Bond> bonds(Labelled labelled, Groups copies) {
    List<Bond> bonds = new ArrayList<>();
    labelled.columns().find(subject).map(Splitting::bond).ifPresent(bonds::add);
    for (String name : spec.groupBy()) {
      bonds.add(bond(labelled.columns().require(name, "dataset.split.group-by")));
    }
    if (!copies.areSingles()) {
      int[] codes = IntStream.range(0, copies.samples()).map(copies::of).toArray();
      bonds.add(new Bond(CodeColumn.of(codes), copies.count(), _ -> "are copies"));
    }
    return bonds;
  }

  private static Bond bond(SampleColumn column) {
    return new Bond(
        column.codes(),
        column.values().size(),
        code -> "have the %s \"%s\"".formatted(column.name(), column.values().text(code)));
  }

  private Strata strata(Labelled labelled) {
    Columns columns = labelled.columns();
    List<Strata.Column> further =
        balanced.stream()
            .map(name -> column(columns.require(name, "dataset.split.stratify-by")))
            .toList();
    int classes = labelled.encoding().names().size();
    return Strata.of(new Strata.Column(labelled.classes(), classes), further);
  }

  /// A column's texts as codes; no text is a value of its own.
  private static Strata.Column column(SampleColumn column) {
    int absent = column.values().size();
    int[] codes =
        IntStream.range(0, column.size())
            .map(s -> column.code(s) == TextDictionary.ABSENT ? absent : column.code(s))
            .toArray();
    return new Strata.Column(CodeColumn.of(codes), absent + 1);
  }
}
