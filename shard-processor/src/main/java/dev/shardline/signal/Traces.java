package dev.shardline.signal;

import java.util.function.UnaryOperator;

/// The values of a recording: row i is signal channel i, column j is time point j, in the channel's
/// unit. Either all float32 or all float64, never mixed.
///
/// One primitive array per row, all of one length. Whoever hands the arrays in gives them up;
/// nobody writes to them afterwards, so traces may share rows with other traces.
public sealed interface Traces permits Float32Traces, Float64Traces {
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

  /// The same rows in the asked-for order; rows are shared, not copied.
  Traces rows(int... channels);

  /// The columns `start` (inclusive) to `stop` (exclusive) of every row; a copy.
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
}
