package dev.shardline.labelling;

import dev.shardline.column.RowRanges;
import dev.shardline.column.TextDictionary;
import dev.shardline.grouping.SampleTable;
import dev.shardline.listing.KeyPattern;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/// Reads columns from the keys of samples by a list of patterns, of which the first that matches a
/// key counts.
public final class PatternColumns {
  private final List<KeyPattern> patterns;
  private final List<String> names;
  private final int[][] columnsOf;

  public PatternColumns(List<KeyPattern> patterns) {
    this.patterns = List.copyOf(patterns);
    this.names = patterns.stream().flatMap(p -> p.groups().stream()).distinct().toList();
    this.columnsOf =
        patterns.stream()
            .map(p -> p.groups().stream().mapToInt(names::indexOf).toArray())
            .toArray(int[][]::new);
  }

  /// What was read.
  ///
  /// @param columns one a group name
  /// @param unmatched the samples whose key no pattern matches, rising
  public record Read(List<SampleColumn> columns, int[] unmatched) {}

  /// Reads the columns.
  public Read read(SampleTable samples) {
    int[][] codes = names.stream().map(_ -> absent(samples.size())).toArray(int[][]::new);
    List<Range> ranges =
        RowRanges.map(samples.size(), (from, to) -> new Range(samples, codes, from, to).read());
    List<SampleColumn> columns = new ArrayList<>();
    for (int i = 0; i < names.size(); i++) {
      columns.add(merge(ranges, i, codes[i]));
    }
    int[] unmatched =
        ranges.stream().flatMapToInt(range -> range.unmatched.stream().mapToInt(s -> s)).toArray();
    return new Read(columns, unmatched);
  }

  private static int[] absent(int size) {
    int[] codes = new int[size];
    Arrays.fill(codes, TextDictionary.ABSENT);
    return codes;
  }

  /// Numbers the texts of all ranges as if they had been read by one thread.
  private SampleColumn merge(List<Range> ranges, int column, int[] codes) {
    TextDictionary all = ranges.getFirst().values.get(column);
    for (Range range : ranges.subList(1, ranges.size())) {
      TextDictionary own = range.values.get(column);
      int[] renumbered = new int[own.size()];
      for (int code = 0; code < renumbered.length; code++) {
        renumbered[code] =
            all.add(own.texts().bytes(code), own.texts().start(code), own.texts().length(code));
      }
      for (int sample = range.from; sample < range.to; sample++) {
        int code = codes[sample];
        codes[sample] = code == TextDictionary.ABSENT ? code : renumbered[code];
      }
    }
    return new SampleColumn(names.get(column), all, codes);
  }

  /// The columns of some rows, with texts numbered on their own.
  private final class Range {
    private final SampleTable samples;
    private final int[][] codes;
    private final int from;
    private final List<TextDictionary> values = new ArrayList<>();
    private final List<Integer> unmatched = new ArrayList<>();
    private final KeyText key;
    private final int to;

    /// @param codes for each column and sample; only its own rows are written
    Range(SampleTable samples, int[][] codes, int from, int to) {
      this.samples = samples;
      this.codes = codes;
      this.from = from;
      this.to = to;
      this.key = new KeyText(samples.ids());
      for (int i = 0; i < names.size(); i++) {
        values.add(new TextDictionary());
      }
    }

    Range read() {
      List<KeyMatcher> matchers = patterns.stream().map(KeyMatcher::new).toList();
      for (int sample = from; sample < to; sample++) {
        int row = samples.idRow(sample);
        key.at(row, samples.objects().idPrefixLength(row));
        if (!readOne(matchers, sample)) {
          unmatched.add(sample);
        }
      }
      return this;
    }

    private boolean readOne(List<KeyMatcher> matchers, int sample) {
      for (int i = 0; i < matchers.size(); i++) {
        if (matchers.get(i).matches(key)) {
          take(matchers.get(i), columnsOf[i], sample);
          return true;
        }
      }
      return false;
    }

    /// @param columns where each of the pattern's groups belongs
    private void take(KeyMatcher match, int[] columns, int sample) {
      for (int group = 0; group < columns.length; group++) {
        if (match.start(group) >= 0) {
          codes[columns[group]][sample] =
              key.addTo(values.get(columns[group]), match.start(group), match.end(group));
        }
      }
    }
  }
}
