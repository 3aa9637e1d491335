package dev.shardline.volume.statistics;

import dev.shardline.volume.Volume;
import dev.shardline.volume.Volume.PieceReader;

/// How many values there are, their mean, and their population standard deviation (NumPy's `std`
/// with `ddof=0`).
///
/// @param count may be 0; then mean and deviation are 0
public record Moments(long count, double mean, double deviation) {

  /// The moments of all values.
  public static Moments of(float[] values) {
    return of(reader -> reader.accept(values, values.length));
  }

  /// The moments of all voxels.
  public static Moments of(Volume volume) {
    return of(volume::readPieces);
  }

  /// The moments of all values but zeros.
  public static Moments ofNonZero(float[] values) {
    return ofNonZero(reader -> reader.accept(values, values.length));
  }

  /// The moments of all voxels but zeros.
  public static Moments ofNonZero(Volume volume) {
    return ofNonZero(volume::readPieces);
  }

  /// The same pieces each time.
  private interface Pieces {
    void read(PieceReader reader);
  }

  private static Moments of(Pieces pieces) {
    LaneSums sums = new LaneSums();
    pieces.read(sums::add);
    double mean = sums.total() / Math.max(1, sums.count());
    return new Moments(
        sums.count(), mean, Math.sqrt(squares(pieces, mean) / Math.max(1, sums.count())));
  }

  private static Moments ofNonZero(Pieces pieces) {
    LaneSums sums = new LaneSums();
    pieces.read((piece, length) -> {
      sums.add(piece, length);
      sums.addZeros(piece, length);
    });
    long count = sums.count() - sums.zeros();
    // Zeros add nothing to the sum, and mean² each to the squares.
    double mean = sums.total() / Math.max(1, count);
    double squares = squares(pieces, mean) - sums.zeros() * (mean * mean);
    return new Moments(count, mean, Math.sqrt(Math.max(0, squares) / Math.max(1, count)));
  }

  private static double squares(Pieces pieces, double mean) {
    LaneSums squares = new LaneSums();
    pieces.read((piece, length) -> squares.addSquares(piece, length, mean));
    return squares.total();
  }
}
