package dev.shardline.signal;

import java.util.Arrays;
import java.util.Objects;
import java.util.function.UnaryOperator;
import java.util.stream.IntStream;

/// [Traces] in float64.
public final class Float64Traces implements Traces {
  private final double[][] rows;

  /// Takes the rows over: row i is signal channel i.
  ///
  /// @throws IllegalArgumentException if the rows differ in length
  public Float64Traces(double[][] rows) {
    this.rows = rows.clone();
    for (double[] row : rows) {
      if (row.length != rows[0].length) {
        throw new IllegalArgumentException(
            "All signal channels need the same number of time points, found %d and %d"
                .formatted(rows[0].length, row.length));
      }
    }
  }

  @Override
  public int channels() {
    return rows.length;
  }

  @Override
  public int timePoints() {
    return rows.length == 0 ? 0 : rows[0].length;
  }

  @Override
  public int bytesPerValue() {
    return Double.BYTES;
  }

  @Override
  public double[] doubles(int channel) {
    return rows[channel];
  }

  @Override
  public float[] floats(int channel) {
    double[] row = rows[channel];
    float[] copy = new float[row.length];
    for (int i = 0; i < row.length; i++) {
      copy[i] = (float) row[i];
    }
    return copy;
  }

  @Override
  public Float64Traces rows(int... channels) {
    return new Float64Traces(
        IntStream.of(channels)
            .mapToObj(channel -> channel == NO_ROW ? new double[timePoints()] : rows[channel])
            .toArray(double[][]::new));
  }

  @Override
  public Float64Traces columns(int start, int stop) {
    Objects.checkFromToIndex(start, stop, timePoints());
    return new Float64Traces(
        Arrays.stream(rows)
            .map(row -> Arrays.copyOfRange(row, start, stop))
            .toArray(double[][]::new));
  }

  /// The rows themselves, `[signal channel][time point]`; not to be written.
  public double[][] matrix() {
    return rows.clone();
  }

  @Override
  public Float64Traces withRows(double[][] newRows) {
    return new Float64Traces(newRows);
  }

  @Override
  public Float64Traces mapRows(UnaryOperator<double[]> change) {
    return new Float64Traces(Arrays.stream(rows).map(change).toArray(double[][]::new));
  }

  @Override
  public Float64Traces mapColumns(UnaryOperator<double[][]> change) {
    return new Float64Traces(change.apply(matrix()));
  }

  @Override
  public Traces mapFloats(UnaryOperator<float[][]> change) {
    throw new IllegalStateException("These traces are in float64");
  }
}
