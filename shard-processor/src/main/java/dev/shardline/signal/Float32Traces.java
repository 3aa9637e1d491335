package dev.shardline.signal;

import java.util.Arrays;
import java.util.Objects;
import java.util.function.UnaryOperator;
import java.util.stream.IntStream;

/// [Traces] in float32.
public final class Float32Traces implements Traces {
  private final float[][] rows;

  /// Takes the rows over: row i is signal channel i.
  ///
  /// @throws IllegalArgumentException if the rows differ in length
  public Float32Traces(float[][] rows) {
    this.rows = rows.clone();
    for (float[] row : rows) {
      if (row.length != rows[0].length) {
        throw new IllegalArgumentException(
            "All signal channels need the same number of time points, found %d and %d"
                .formatted(rows[0].length, row.length));
      }
    }
  }

  private static Float32Traces rounded(double[][] rows) {
    float[][] rounded = new float[rows.length][];
    for (int channel = 0; channel < rows.length; channel++) {
      rounded[channel] = new float[rows[channel].length];
      for (int i = 0; i < rounded[channel].length; i++) {
        rounded[channel][i] = (float) rows[channel][i];
      }
    }
    return new Float32Traces(rounded);
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
    return Float.BYTES;
  }

  @Override
  public float[] floats(int channel) {
    return rows[channel];
  }

  @Override
  public double[] doubles(int channel) {
    float[] row = rows[channel];
    double[] copy = new double[row.length];
    for (int i = 0; i < row.length; i++) {
      copy[i] = row[i];
    }
    return copy;
  }

  @Override
  public Float32Traces rows(int... channels) {
    return new Float32Traces(
        IntStream.of(channels)
            .mapToObj(channel -> channel == NO_ROW ? new float[timePoints()] : rows[channel])
            .toArray(float[][]::new));
  }

  @Override
  public Float32Traces columns(int start, int stop) {
    Objects.checkFromToIndex(start, stop, timePoints());
    return new Float32Traces(
        Arrays.stream(rows)
            .map(row -> Arrays.copyOfRange(row, start, stop))
            .toArray(float[][]::new));
  }

  /// The rows themselves, `[signal channel][time point]`; not to be written.
  public float[][] matrix() {
    return rows.clone();
  }

  @Override
  public Float32Traces withRows(double[][] newRows) {
    return rounded(newRows);
  }

  @Override
  public Float32Traces mapRows(UnaryOperator<double[]> change) {
    float[][] changed = new float[rows.length][];
    for (int channel = 0; channel < rows.length; channel++) {
      changed[channel] = rounded(new double[][] {change.apply(doubles(channel))}).floats(0);
    }
    return new Float32Traces(changed);
  }

  @Override
  public Float32Traces mapColumns(UnaryOperator<double[][]> change) {
    return rounded(
        change.apply(
            IntStream.range(0, rows.length).mapToObj(this::doubles).toArray(double[][]::new)));
  }

  @Override
  public Float32Traces mapFloats(UnaryOperator<float[][]> change) {
    return new Float32Traces(change.apply(matrix()));
  }
}
