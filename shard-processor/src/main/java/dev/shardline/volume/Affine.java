package dev.shardline.volume;

import java.util.Arrays;
import java.util.Locale;

/// The 4 x 4 matrix that takes voxel indices to millimetres in the patient's frame: x to the right,
/// y to the front, z to the top (RAS+), as in NIfTI and nibabel. The last row is 0 0 0 1.
/// Immutable.
public final class Affine {
  private static final int ROWS = 3;
  private static final int COLUMNS = 4;

  private final double[] values;

  private Affine(double[] values) {
    for (int i = 0; i < values.length; i++) {
      values[i] += 0.0; // -0 becomes 0, so that equal affines are equal bit by bit
    }
    this.values = values;
  }

  /// @param rowMajor the upper three rows, 12 values, row by row; copied
  /// @throws IllegalArgumentException unless there are 12 finite values
  public static Affine of(double... rowMajor) {
    if (rowMajor.length != ROWS * COLUMNS || !Arrays.stream(rowMajor).allMatch(Double::isFinite)) {
      throw new IllegalArgumentException(
          "An affine has 12 finite values, not " + Arrays.toString(rowMajor));
    }
    return new Affine(rowMajor.clone());
  }

  public static Affine identity() {
    return scaling(1, 1, 1);
  }

  /// The matrix diag(x, y, z, 1).
  public static Affine scaling(double x, double y, double z) {
    return of(x, 0, 0, 0, 0, y, 0, 0, 0, 0, z, 0);
  }

  /// Row 0 to 2, column 0 to 3 (3: the translation).
  public double at(int row, int column) {
    return values[row * COLUMNS + column];
  }

  /// This matrix times another: `other` is applied first.
  public Affine times(Affine other) {
    double[] product = new double[ROWS * COLUMNS];
    for (int row = 0; row < ROWS; row++) {
      for (int column = 0; column < COLUMNS; column++) {
        double sum = column == 3 ? at(row, 3) : 0;
        for (int k = 0; k < ROWS; k++) {
          sum += at(row, k) * other.at(k, column);
        }
        product[row * COLUMNS + column] = sum;
      }
    }
    return of(product);
  }

  /// The millimetre position of a voxel position: x, y, z.
  public double[] apply(double i, double j, double k) {
    double[] position = new double[ROWS];
    for (int row = 0; row < ROWS; row++) {
      position[row] = at(row, 0) * i + at(row, 1) * j + at(row, 2) * k + at(row, 3);
    }
    return position;
  }

  /// The same axes with voxel (i, j, k) as the new voxel (0, 0, 0): what cropping does (padding
  /// with negative indices).
  public Affine withOriginAt(double i, double j, double k) {
    double[] origin = apply(i, j, k);
    double[] moved = values.clone();
    for (int row = 0; row < ROWS; row++) {
      moved[row * COLUMNS + 3] = origin[row];
    }
    return of(moved);
  }

  /// The length of a column: millimetres between neighbours along a voxel axis.
  public double columnLength(Axis axis) {
    int column = axis.index();
    return Math.sqrt(
        at(0, column) * at(0, column)
            + at(1, column) * at(1, column)
            + at(2, column) * at(2, column));
  }

  /// The lengths of the columns.
  ///
  /// @throws IllegalArgumentException if a column is zero
  public Spacing spacing() {
    return new Spacing(columnLength(Axis.X), columnLength(Axis.Y), columnLength(Axis.Z));
  }

  /// The determinant of the 3 x 3 part: mm³ per voxel, negative if the axes are left-handed.
  public double determinant() {
    return at(0, 0) * cofactor(0, 0) + at(0, 1) * cofactor(0, 1) + at(0, 2) * cofactor(0, 2);
  }

  /// Whether the axes span no volume, judged after scaling each column to length 1; then voxels
  /// have no position.
  public boolean isSingular() {
    double lengths = columnLength(Axis.X) * columnLength(Axis.Y) * columnLength(Axis.Z);
    return !(Math.abs(determinant()) > 1e-9 * lengths);
  }

  /// @throws IllegalArgumentException if this is singular
  public Affine inverse() {
    if (isSingular()) {
      throw new IllegalArgumentException("A singular affine has no inverse: " + this);
    }
    double determinant = determinant();
    double[] inverse = new double[ROWS * COLUMNS];
    for (int row = 0; row < ROWS; row++) {
      double translation = 0;
      for (int column = 0; column < ROWS; column++) {
        double value = cofactor(column, row) / determinant;
        inverse[row * COLUMNS + column] = value;
        translation -= value * at(column, 3);
      }
      inverse[row * COLUMNS + 3] = translation;
    }
    return of(inverse);
  }

  private double cofactor(int row, int column) {
    int r1 = (row + 1) % ROWS;
    int r2 = (row + 2) % ROWS;
    int c1 = (column + 1) % ROWS;
    int c2 = (column + 2) % ROWS;
    return at(r1, c1) * at(r2, c2) - at(r1, c2) * at(r2, c1);
  }

  /// The largest difference of any value from another affine's.
  public double distanceTo(Affine other) {
    double largest = 0;
    for (int i = 0; i < values.length; i++) {
      largest = Math.max(largest, Math.abs(values[i] - other.values[i]));
    }
    return largest;
  }

  /// The 12 values row by row; a copy.
  public double[] toArray() {
    return values.clone();
  }

  @Override
  public boolean equals(Object other) {
    return other instanceof Affine affine && Arrays.equals(values, affine.values);
  }

  @Override
  public int hashCode() {
    return Arrays.hashCode(values);
  }

  @Override
  public String toString() {
    StringBuilder text = new StringBuilder();
    for (int row = 0; row < ROWS; row++) {
      text.append(row == 0 ? "[" : " ");
      for (int column = 0; column < COLUMNS; column++) {
        text.append(column == 0 ? "" : " ");
        text.append(String.format(Locale.ROOT, "%.6g", at(row, column)));
      }
      text.append(row == ROWS - 1 ? "]" : ";");
    }
    return text.toString();
  }
}
