package dev.shardline.build;

import dev.shardline.column.TextDictionary;
import dev.shardline.digest.StableHash;
import dev.shardline.grouping.SampleTable;
import dev.shardline.labelling.Columns;
import dev.shardline.labelling.Labelled;
import dev.shardline.labelling.SampleColumn;
import dev.shardline.split.GroupSplitter;
import dev.shardline.split.Groups;
import dev.shardline.split.SplitSpec;
import dev.shardline.split.Strata;
import dev.shardline.split.UnionFind;
import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/// The stage that gives every sample to a split.
final class Splitting {
  private final SplitSpec spec;
  private final String subject;

  /// @param subject the subject's column
  Splitting(SplitSpec spec, String subject) {
    this.spec = spec;
    this.subject = subject;
  }

  /// For each sample the index of its split.
  byte[] apply(Labelled labelled, Groups copies) {
    Groups groups = groups(labelled, copies);
    byte[] fixed = new byte[groups.count()];
    Arrays.fill(fixed, GroupSplitter.FREE);
    byte[] splitOfGroup =
        new GroupSplitter(spec.targets(), spec.seed())
            .split(
                groups,
                strata(labelled),
                idHashes(labelled.samples(), groups),
                fixed,
                labelled.encoding().names());
    byte[] splitOf = new byte[groups.samples()];
    for (int sample = 0; sample < splitOf.length; sample++) {
      splitOf[sample] = splitOfGroup[groups.of(sample)];
    }
    return splitOf;
  }

  /// Samples that are linked by subject, by a column or as copies.
  private Groups groups(Labelled labelled, Groups copies) {
    UnionFind sets = new UnionFind(labelled.samples().size());
    unite(sets, labelled.columns().find(subject).orElse(null));
    for (String name : spec.groupBy()) {
      unite(sets, labelled.columns().require(name, "dataset.split.group-by"));
    }
    int[] first = copies.firstSamples();
    for (int sample = 0; sample < copies.samples(); sample++) {
      sets.union(first[copies.of(sample)], sample);
    }
    return sets.groups();
  }

  private static void unite(UnionFind sets, @Nullable SampleColumn column) {
    if (column != null) {
      int[] codes = IntStream.range(0, column.size()).map(column::code).toArray();
      sets.unionEqual(codes, column.values().size());
    }
  }

  private Strata strata(Labelled labelled) {
    Columns columns = labelled.columns();
    List<Strata.Column> further =
        spec.stratifyBy().stream()
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
    return new Strata.Column(codes, absent + 1);
  }

  /// For each group, the plain hash of its first sample's id.
  static long[] idHashes(SampleTable samples, Groups groups) {
    int[] first = groups.firstSamples();
    long[] hashes = new long[first.length];
    Arrays.parallelSetAll(
        hashes,
        group -> {
          int row = samples.idRow(first[group]);
          return StableHash.of(
              samples.ids().bytes(row), samples.ids().start(row), samples.ids().length(row));
        });
    return hashes;
  }
}
