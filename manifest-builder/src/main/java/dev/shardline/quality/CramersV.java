package dev.shardline.quality;

import dev.shardline.column.CodeColumn;

/// How strongly two columns go together: Cramér's V with Bergsma's correction for small tables (W.
/// Bergsma, "A bias-correction for Cramér's V and Tschuprow's T", J. Korean Stat. Soc. 42, 2013). 0
/// where they are independent, 1 where one tells the other.
final class CramersV {
  private CramersV() {}

  /// The strength.
  ///
  /// @param first a code for each sample, below `firstCount`, or negative for a sample to leave out
  /// @param second as `first`
  /// @return 0 to 1; 0 where a column has one value only
  static double of(CodeColumn first, int firstCount, CodeColumn second, int secondCount) {
    long[] table = new long[firstCount * secondCount];
    long[] rows = new long[firstCount];
    long[] columns = new long[secondCount];
    long samples = 0;
    for (int i = 0; i < first.size(); i++) {
      int row = first.at(i);
      int column = second.at(i);
      if (row >= 0 && column >= 0) {
        table[row * secondCount + column]++;
        rows[row]++;
        columns[column]++;
        samples++;
      }
    }
    double phi = samples == 0 ? 0 : chiSquare(table, rows, columns, samples) / samples;
    return corrected(phi, occurring(rows), occurring(columns), samples);
  }

  private static double chiSquare(long[] table, long[] rows, long[] columns, long samples) {
    double sum = 0;
    for (int row = 0; row < rows.length; row++) {
      for (int column = 0; column < columns.length; column++) {
        double expected = (double) rows[row] * columns[column] / samples;
        double difference = table[row * columns.length + column] - expected;
        sum += expected == 0 ? 0 : difference * difference / expected;
      }
    }
    return sum;
  }

  private static double corrected(double phi, int rows, int columns, long samples) {
    if (rows < 2 || columns < 2 || samples < 2) {
      return 0;
    }
    double less = samples - 1.0;
    double unbiased = Math.max(0, phi - (rows - 1.0) * (columns - 1.0) / less);
    double fewerRows = rows - (rows - 1.0) * (rows - 1.0) / less;
    double fewerColumns = columns - (columns - 1.0) * (columns - 1.0) / less;
    double most = Math.min(fewerRows, fewerColumns) - 1;
    return most <= 0 ? 0 : Math.min(1, Math.sqrt(unbiased / most));
  }

  private static int occurring(long[] counts) {
    int occurring = 0;
    for (long count : counts) {
      occurring += count > 0 ? 1 : 0;
    }
    return occurring;
  }
}
