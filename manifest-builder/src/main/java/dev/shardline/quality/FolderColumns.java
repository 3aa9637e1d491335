package dev.shardline.quality;

import dev.shardline.column.TextDictionary;
import dev.shardline.labelling.SampleColumn;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.function.IntFunction;

/// The folders of samples as columns, one for each depth: depth 1 is the outermost. A depth whose
/// folders mostly name the label or the subject itself is none: that is how the data is laid out.
final class FolderColumns {
  private static final int DEEPEST = 6;

  private FolderColumns() {}

  /// The columns of some samples.
  ///
  /// @param size how many samples there are
  /// @param id of each sample
  /// @param spoken for each sample what its folders may name, the label and the subject
  static List<SampleColumn> of(int size, IntFunction<String> id, IntFunction<List<String>> spoken) {
    List<TextDictionary> texts = new ArrayList<>();
    List<int[]> codes = new ArrayList<>();
    int[] named = new int[DEEPEST];
    for (int i = 0; i < size; i++) {
      String[] parts = id.apply(i).split("/", DEEPEST + 1);
      for (int depth = 0; depth < Math.min(DEEPEST, parts.length - 1); depth++) {
        if (depth == texts.size()) {
          texts.add(new TextDictionary());
          codes.add(absent(size));
        }
        codes.get(depth)[i] = texts.get(depth).add(parts[depth]);
        named[depth] += names(parts[depth], spoken.apply(i)) ? 1 : 0;
      }
    }
    List<SampleColumn> columns = new ArrayList<>();
    for (int depth = 0; depth < texts.size(); depth++) {
      if (named[depth] * 2 < size) {
        columns.add(
            new SampleColumn("folder at depth " + (depth + 1), texts.get(depth), codes.get(depth)));
      }
    }
    return columns;
  }

  private static int[] absent(int size) {
    int[] absent = new int[size];
    Arrays.fill(absent, TextDictionary.ABSENT);
    return absent;
  }

  private static boolean names(String folder, List<String> spoken) {
    String text = folder.toLowerCase(Locale.ROOT);
    return spoken.stream()
        .anyMatch(each -> !each.isEmpty() && text.contains(each.toLowerCase(Locale.ROOT)));
  }
}
