package dev.shardline.labelling;

import dev.shardline.column.TextDictionary;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/// Cuts a column of numbers into intervals, each closed below and open above.
final class BinnedColumn {
  private final BinSpec spec;
  private final SampleColumn column;
  private final @Nullable BigDecimal[] numbers;

  BinnedColumn(BinSpec spec, SampleColumn column) {
    this.spec = spec;
    this.column = column;
    this.numbers = new BigDecimal[column.values().size()];
    for (int code = 0; code < numbers.length; code++) {
      numbers[code] = number(column.values().text(code));
    }
  }

  private static @Nullable BigDecimal number(String text) {
    try {
      return new BigDecimal(text.strip());
    } catch (NumberFormatException e) {
      return null;
    }
  }

  /// What was made.
  ///
  /// @param column the intervals, such as `20 to 40`
  /// @param unreadable samples whose text is no number, rising; they are in no interval
  record Result(SampleColumn column, int[] unreadable) {}

  Result read() {
    List<BigDecimal> edges = spec.edges().isEmpty() ? quantiles() : spec.edges();
    TextDictionary names = new TextDictionary();
    int[] binOfCode = new int[numbers.length];
    for (int code = 0; code < numbers.length; code++) {
      BigDecimal number = numbers[code];
      binOfCode[code] =
          number == null ? TextDictionary.ABSENT : names.add(name(edges, bin(edges, number)));
    }
    int[] codes = new int[column.size()];
    Arrays.setAll(
        codes, s -> column.isPresent(s) ? binOfCode[column.code(s)] : TextDictionary.ABSENT);
    int[] unreadable =
        IntStream.range(0, column.size())
            .filter(s -> column.isPresent(s) && numbers[column.code(s)] == null)
            .toArray();
    return new Result(new SampleColumn(spec.target(), names, codes), unreadable);
  }

  /// The edges that leave about equally many samples between them; equal ones fall together.
  private List<BigDecimal> quantiles() {
    BigDecimal[] sorted =
        IntStream.range(0, column.size())
            .filter(column::isPresent)
            .mapToObj(s -> Optional.ofNullable(numbers[column.code(s)]))
            .flatMap(Optional::stream)
            .sorted()
            .toArray(BigDecimal[]::new);
    List<BigDecimal> edges = new ArrayList<>();
    for (int bin = 1; bin < spec.count() && sorted.length > 0; bin++) {
      BigDecimal edge = sorted[(int) ((long) sorted.length * bin / spec.count())];
      boolean isNew = edges.isEmpty() || edge.compareTo(edges.getLast()) > 0;
      if (isNew && edge.compareTo(sorted[0]) > 0) {
        edges.add(edge);
      }
    }
    return edges;
  }

  private static int bin(List<BigDecimal> edges, BigDecimal number) {
    int bin = 0;
    while (bin < edges.size() && number.compareTo(edges.get(bin)) >= 0) {
      bin++;
    }
    return bin;
  }

  private static String name(List<BigDecimal> edges, int bin) {
    if (edges.isEmpty()) {
      return "all";
    }
    if (bin == 0) {
      return "below " + text(edges.getFirst());
    }
    return bin == edges.size()
        ? text(edges.getLast()) + " and above"
        : text(edges.get(bin - 1)) + " to " + text(edges.get(bin));
  }

  private static String text(BigDecimal number) {
    return number.stripTrailingZeros().toPlainString();
  }
}
