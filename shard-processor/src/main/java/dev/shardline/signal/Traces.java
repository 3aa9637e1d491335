package dev.shardline.signal;

import java.util.function.UnaryOperator;

/// The values of a recording: row i is signal channel i, column j is time point j, in the channel's
/// unit. Either all float32 or all float64, never mixed.
///
/// In memory, one primitive array per row, all of one length, or packed otherwise ([PackedTraces]);
/// or on disk ([StoredTraces]). Whoever hands the arrays in gives them up; nobody writes to them
/// afterwards, so traces may share rows with other traces.
public sealed interface Traces permits Float32Traces, Float64Traces, PackedTraces, StoredTraces {
  /// Asks [#rows] for a row of zeros.
  int NO_ROW = -1;

  /// Rows.
  int channels();

  /// Columns; 0 if there are no rows.
  int timePoints();

  /// Bytes per value: 4 or 8.
  int bytesPerValue();

  /// A row as doubles: the row itself if it is float64, else a widened copy. Not to be written.
  double[] doubles(int channel);

  /// A row as floats: the row itself if it is float32, else a rounded copy (to nearest, ties to
  /// even). Not to be written.
  float[] floats(int channel);

  /// The memory that the values take: nothing for those on disk.
  default long memoryBytes() {
    return (long) channels() * timePoints() * bytesPerValue();
  }

  /// The same rows in the asked-for order, [#NO_ROW] for a row of zeros; rows that lie in arrays of
  /// their own are shared, not copied.
  Traces rows(int... channels);

  /// The columns `start` (inclusive) to `stop` (exclusive) of every row; a copy, or one made when
  /// it is read.
  ///
  /// @throws IndexOutOfBoundsException if the range does not lie within the time points
  Traces columns(int start, int stop);

  /// Traces of this element type with other rows, which are taken over; float32 traces round each
  /// value to the nearest float.
  Traces withRows(double[][] rows);

  /// The traces with every row changed, computed in float64 and, for float32 traces, rounded back.
  ///
  /// @param change gives a new row of a row it must not write to; all new rows are equally long
  Traces mapRows(UnaryOperator<double[]> change);

  /// The traces with all rows changed together, time point by time point, computed in float64 and,
  /// for float32 traces, rounded back. Traces on disk are changed block of columns by block.
  ///
  /// @param change gives new rows, one column for each column, of rows it must not write to; what
  ///   it gives for a column depends on that column only
  Traces mapColumns(UnaryOperator<double[][]> change);

  /// Float32 traces with every row changed by a kernel that works on several rows at once. Traces
  /// on disk are changed a few rows at a time.
  ///
  /// @param change gives a new row for each row it must not write to, whatever the other rows are
  /// @throws IllegalStateException for float64 traces
  Traces mapFloats(UnaryOperator<float[][]> change);
}
