package dev.shardline.build;

import dev.shardline.column.CodeColumn;
import dev.shardline.column.TextDictionary;
import dev.shardline.dataset.ClassLabel;
import dev.shardline.manifest.ClassCount;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.List;
import java.util.stream.Stream;

/// How many samples of each class and how many different subjects each split of a prepared data set
/// has, counted in one pass.
final class SplitContents {
  private final PreparedDataset dataset;
  private final long[][] classes;
  private final BitSet[] subjects;
  private final long[] ownSubjects;

  SplitContents(PreparedDataset dataset) {
    int splits = dataset.splits().size();
    this.dataset = dataset;
    this.classes = new long[splits][dataset.encoding().names().size()];
    this.subjects = Stream.generate(BitSet::new).limit(splits).toArray(BitSet[]::new);
    this.ownSubjects = new long[splits];
    CodeColumn classOf = dataset.labelled().classes();
    byte[] splitOf = dataset.splitOf();
    for (int sample = 0; sample < splitOf.length; sample++) {
      classes[splitOf[sample]][classOf.at(sample)]++;
      countSubject(splitOf[sample], dataset.subjectCode(sample));
    }
  }

  private void countSubject(int split, int code) {
    if (code == TextDictionary.ABSENT) {
      ownSubjects[split]++;
    } else {
      subjects[split].set(code);
    }
  }

  List<ClassCount> classes(int split) {
    List<ClassCount> counts = new ArrayList<>();
    for (ClassLabel label : dataset.encoding().labels()) {
      counts.add(new ClassCount(label, classes[split][label.index()]));
    }
    return counts;
  }

  /// How many different subjects a split has; a sample without one is its own.
  long subjects(int split) {
    return ownSubjects[split] + subjects[split].cardinality();
  }
}
