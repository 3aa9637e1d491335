package dev.shardline.labelling;

import dev.shardline.column.TextDictionary;
import dev.shardline.dataset.ClassLabel;
import dev.shardline.manifest.LabelEncoding;
import java.util.BitSet;
import java.util.TreeSet;

/// Which class each text of the label's column stands for.
final class LabelCodes {
  /// Marks a text whose samples are left out.
  static final int EXCLUDED = -1;

  private final LabelEncoding encoding;
  private final int[] indexOf;

  private LabelCodes(LabelEncoding encoding, int[] indexOf) {
    this.encoding = encoding;
    this.indexOf = indexOf;
  }

  /// Numbers the classes of all samples that are not dropped, continuing an encoding.
  static LabelCodes of(
      SampleColumn column, LabelRules rules, BitSet dropped, LabelEncoding previous) {
    TextDictionary found = column.values();
    boolean[] used = new boolean[found.size()];
    for (int sample = 0; sample < column.size(); sample++) {
      if (column.isPresent(sample) && !dropped.get(sample)) {
        used[column.code(sample)] = true;
      }
    }
    TreeSet<String> names = new TreeSet<>(dev.shardline.storage.ObjectLocation.KEY_ORDER);
    for (int code = 0; code < used.length; code++) {
      if (used[code]) {
        rules.apply(found.text(code)).ifPresent(names::add);
      }
    }
    LabelEncoding encoding = previous.with(names);
    int[] indexOf = new int[found.size()];
    for (int code = 0; code < indexOf.length; code++) {
      indexOf[code] =
          rules
              .apply(found.text(code))
              .flatMap(encoding::label)
              .map(ClassLabel::index)
              .orElse(EXCLUDED);
    }
    return new LabelCodes(encoding, indexOf);
  }

  LabelEncoding encoding() {
    return encoding;
  }

  /// The class of a text, [#EXCLUDED] for none.
  int index(int code) {
    return indexOf[code];
  }
}
