package dev.shardline.volume.dicom;

import dev.shardline.dicom.DicomDataSet;
import dev.shardline.dicom.DicomTag;
import dev.shardline.failure.MalformedDataException;
import java.util.Arrays;

/// A slice's place in the patient, in mm, LPS as DICOM has it.
///
/// @param position centre of the first pixel
/// @param orientation direction cosines of a row, then of a column
/// @param spacing between rows, then between columns
/// @param thickness from this slice to the next, where the file says it
@SuppressWarnings("ArrayRecordComponent") // identity is never asked of it
record SlicePlace(
    int rows,
    int columns,
    double[] position,
    double[] orientation,
    double[] spacing,
    double thickness) {
  /// Files that give two decimals stay below it.
  private static final double TOLERANCE = 0.02;

  static SlicePlace of(FrameFacts facts, DicomDataSet data, int rows, int columns)
      throws MalformedDataException {
    double[] spacing = facts.decimals(DicomTag.PIXEL_MEASURES_SEQUENCE, DicomTag.PIXEL_SPACING, 2);
    if (!(spacing[0] > 0 && spacing[1] > 0)) {
      throw data.malformed(DicomTag.PIXEL_SPACING, "positive spacing", spacing[0] + "");
    }
    double[] orientation =
        facts.decimals(DicomTag.PLANE_ORIENTATION_SEQUENCE, DicomTag.IMAGE_ORIENTATION, 6);
    if (!isUpright(orientation)) {
      throw data.malformed(
          DicomTag.IMAGE_ORIENTATION,
          "two directions of length 1 at a right angle",
          Arrays.toString(orientation));
    }
    return new SlicePlace(
        rows,
        columns,
        facts.decimals(DicomTag.PLANE_POSITION_SEQUENCE, DicomTag.IMAGE_POSITION, 3),
        orientation,
        spacing,
        thickness(facts));
  }

  /// Direction cosines are, up to what their decimals can say.
  private static boolean isUpright(double[] o) {
    double row = o[0] * o[0] + o[1] * o[1] + o[2] * o[2];
    double column = o[3] * o[3] + o[4] * o[4] + o[5] * o[5];
    double angle = o[0] * o[3] + o[1] * o[4] + o[2] * o[5];
    return Math.abs(row - 1) < TOLERANCE
        && Math.abs(column - 1) < TOLERANCE
        && Math.abs(angle) < TOLERANCE;
  }

  /// Without position and orientation: an axial slice at its number, for those who accept a guess.
  static SlicePlace guessed(FrameFacts facts, int rows, int columns, double number)
      throws MalformedDataException {
    double thickness = thickness(facts);
    double row = facts.decimalOr(DicomTag.PIXEL_MEASURES_SEQUENCE, DicomTag.PIXEL_SPACING, 1);
    double[] spacing = row > 0 ? new double[] {row, row} : new double[] {1, 1};
    double[] position = {0, 0, number * thickness};
    return new SlicePlace(
        rows, columns, position, new double[] {1, 0, 0, 0, 1, 0}, spacing, thickness);
  }

  private static double thickness(FrameFacts facts) throws MalformedDataException {
    DicomTag macro = DicomTag.PIXEL_MEASURES_SEQUENCE;
    double between = Math.abs(facts.decimalOr(macro, DicomTag.SPACING_BETWEEN_SLICES, 0));
    double thickness = between > 0 ? between : facts.decimalOr(macro, DicomTag.SLICE_THICKNESS, 0);
    return thickness > 0 ? thickness : 1;
  }

  /// The direction in which slices of this orientation follow each other: rows cross columns.
  double[] normal() {
    double[] o = orientation;
    return new double[] {
      o[1] * o[5] - o[2] * o[4], o[2] * o[3] - o[0] * o[5], o[0] * o[4] - o[1] * o[3]
    };
  }

  /// How far along the normal the slice lies, in mm.
  double distance() {
    double[] n = normal();
    return n[0] * position[0] + n[1] * position[1] + n[2] * position[2];
  }

  /// A part of this slice's plane, moved.
  ///
  /// @param alongRow mm along a row, from the first pixel
  /// @param alongColumn mm down a column
  /// @param off mm along `direction`
  SlicePlace part(
      int partRows,
      int partColumns,
      double alongRow,
      double alongColumn,
      double off,
      double[] direction) {
    double[] moved = new double[3];
    for (int i = 0; i < 3; i++) {
      moved[i] =
          position[i]
              + orientation[i] * alongRow
              + orientation[i + 3] * alongColumn
              + direction[i] * off;
    }
    return new SlicePlace(partRows, partColumns, moved, orientation, spacing, thickness);
  }

  boolean isParallelTo(SlicePlace other) {
    return rows == other.rows
        && columns == other.columns
        && close(orientation, other.orientation)
        && close(spacing, other.spacing);
  }

  private static boolean close(double[] one, double[] other) {
    for (int i = 0; i < one.length; i++) {
      if (Math.abs(one[i] - other[i]) > 1e-4) {
        return false;
      }
    }
    return true;
  }
}
