package dev.shardline.build;

import dev.shardline.column.TextDictionary;
import dev.shardline.dataset.ClassLabel;
import dev.shardline.grouping.SampleTable;
import dev.shardline.manifest.ClassCount;
import dev.shardline.manifest.Counts;
import dev.shardline.parts.PlannedPart;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.List;

/// Counts what is in a prepared data set.
final class Tally {
  private Tally() {}

  static Counts of(PreparedDataset dataset, PlannedPart part) {
    SampleTable samples = dataset.samples();
    long objects = 0;
    long bytes = 0;
    for (int i = 0; i < part.size(); i++) {
      objects += samples.objectCount(part.sample(i));
      bytes += samples.bytes(part.sample(i));
    }
    return new Counts(part.size(), objects, bytes);
  }

  static Counts ofSplit(PreparedDataset dataset, int split) {
    SampleTable samples = dataset.samples();
    long count = 0;
    long objects = 0;
    long bytes = 0;
    for (int sample = 0; sample < samples.size(); sample++) {
      if (dataset.splitOf()[sample] == split) {
        count++;
        objects += samples.objectCount(sample);
        bytes += samples.bytes(sample);
      }
    }
    return new Counts(count, objects, bytes);
  }

  static List<ClassCount> classes(PreparedDataset dataset, int split) {
    long[] counts = new long[dataset.encoding().names().size()];
    for (int sample = 0; sample < dataset.samples().size(); sample++) {
      if (dataset.splitOf()[sample] == split) {
        counts[dataset.labelled().classes()[sample]]++;
      }
    }
    List<ClassCount> result = new ArrayList<>();
    for (ClassLabel label : dataset.encoding().labels()) {
      result.add(new ClassCount(label, counts[label.index()]));
    }
    return result;
  }

  /// How many different subjects a split has.
  static long subjects(PreparedDataset dataset, int split) {
    BitSet seen = new BitSet();
    long own = 0;
    for (int sample = 0; sample < dataset.samples().size(); sample++) {
      if (dataset.splitOf()[sample] == split) {
        int code = dataset.subjectCode(sample);
        if (code == TextDictionary.ABSENT) {
          own++;
        } else {
          seen.set(code);
        }
      }
    }
    return own + seen.cardinality();
  }
}
