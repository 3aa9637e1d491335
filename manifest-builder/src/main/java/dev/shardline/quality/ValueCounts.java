package dev.shardline.quality;

import dev.shardline.labelling.SampleColumn;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Collectors;

/// How often each value of a column occurs, most frequent first; equally frequent ones by their
/// texts.
///
/// @param all the values that occur
record ValueCounts(List<Count> all) {
  private static final int SHOWN = 4;

  /// A value and how often it occurs.
  record Count(int code, String text, int samples) {}

  ValueCounts {
    all = List.copyOf(all);
  }

  static ValueCounts of(SampleColumn column) {
    int[] counts = new int[column.values().size()];
    for (int i = 0; i < column.size(); i++) {
      if (column.isPresent(i)) {
        counts[column.code(i)]++;
      }
    }
    List<Count> all = new ArrayList<>();
    for (int code = 0; code < counts.length; code++) {
      if (counts[code] > 0) {
        all.add(new Count(code, column.values().text(code), counts[code]));
      }
    }
    all.sort(Comparator.comparingInt(Count::samples).reversed().thenComparing(Count::text));
    return new ValueCounts(all);
  }

  /// The most frequent values, for messages.
  String shown() {
    String shown =
        all.stream()
            .limit(SHOWN)
            .map(count -> "%s (%,d)".formatted(count.text(), count.samples()))
            .collect(Collectors.joining(", "));
    return all.size() > SHOWN ? "%s and %,d more".formatted(shown, all.size() - SHOWN) : shown;
  }
}
