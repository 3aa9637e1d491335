package dev.shardline.build;

import dev.shardline.column.TextDictionary;
import dev.shardline.grouping.SampleTable;
import dev.shardline.growth.Growth;
import dev.shardline.labelling.SampleColumn;
import dev.shardline.manifest.CatalogColumns;
import dev.shardline.split.Groups;
import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/// What the catalog calls groups of copies: by the id of their first sample. What an earlier build
/// wrote of a sample stays; new copies of it join its group.
final class CopyGroupNames {
  private static final int[] NONE = new int[0];

  private final SampleTable samples;
  private final Groups copies;
  private final Growth growth;
  private final TextDictionary names = new TextDictionary();

  CopyGroupNames(SampleTable samples, Groups copies, Growth growth) {
    this.samples = samples;
    this.copies = copies;
    this.growth = growth;
  }

  /// The name of each sample's group, none for a sample without copies; null where no sample has
  /// any.
  @Nullable SampleColumn column() {
    if (copies.areSingles() && growth.isFirst()) {
      return null;
    }
    int[] codes = new int[samples.size()];
    Arrays.fill(codes, TextDictionary.ABSENT);
    int[] leaders = copies.areSingles() ? NONE : leaders();
    int[] sizes = copies.areSingles() ? NONE : copies.sizes();
    for (int sample = 0; sample < codes.length; sample++) {
      if (!growth.isNew(sample)) {
        codes[sample] = code(growth.copyGroup(sample));
      } else if (sizes.length > 0 && sizes[copies.of(sample)] > 1) {
        codes[sample] = names.add(groupName(leaders[copies.of(sample)]));
      }
    }
    return new SampleColumn(CatalogColumns.DUPLICATE_GROUP, names, codes);
  }

  /// For each group the sample that names it: its first one of an earlier build, else its first.
  private int[] leaders() {
    int[] leaders = copies.firstSamples();
    for (int sample = copies.samples() - 1; sample >= 0; sample--) {
      if (!growth.isNew(sample)) {
        leaders[copies.of(sample)] = sample;
      }
    }
    return leaders;
  }

  private String groupName(int leader) {
    String earlier = growth.copyGroup(leader);
    return earlier.isEmpty() ? samples.id(leader) : earlier;
  }

  private int code(String name) {
    return name.isEmpty() ? TextDictionary.ABSENT : names.add(name);
  }
}
