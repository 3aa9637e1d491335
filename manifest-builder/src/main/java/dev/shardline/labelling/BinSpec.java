package dev.shardline.labelling;

import java.math.BigDecimal;
import java.util.List;

/// How a column of numbers is cut into intervals, which become the column `<column>-bin`.
///
/// @param count how many intervals of about equally many samples; 0 where `edges` are given
/// @param edges where intervals begin, rising; empty where `count` is given
public record BinSpec(String column, int count, List<BigDecimal> edges) {
  private static final String SUFFIX = "-bin";

  public BinSpec {
    edges = List.copyOf(edges);
    boolean rising = true;
    for (int i = 1; i < edges.size(); i++) {
      rising &= edges.get(i - 1).compareTo(edges.get(i)) < 0;
    }
    if (!rising || edges.isEmpty() == (count < 2)) {
      throw new IllegalArgumentException(
          "Bins of \"%s\" are either a number of at least 2 or a rising list of edges, got %d and %s"
              .formatted(column, count, edges));
    }
  }

  /// The name of the column that is made.
  public String target() {
    return column + SUFFIX;
  }
}
