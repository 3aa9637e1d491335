package dev.shardline.signal.spectrum;

/// How a signal is cut into segments, each of which gives one spectrum.
///
/// @param length time points per segment (SciPy's `nperseg`)
/// @param overlap time points that neighbours share (`noverlap`), below the length
/// @param fftLength points of the transform (`nfft`), at least the length; the rest are zeros
public record Segments(int length, int overlap, int fftLength) {
  public Segments {
    if (length < 1) {
      throw new IllegalArgumentException("A segment needs at least one time point, not " + length);
    }
    if (overlap < 0 || overlap >= length) {
      throw new IllegalArgumentException(
          "Segments of %d time points cannot overlap by %d".formatted(length, overlap));
    }
    if (fftLength < length) {
      throw new IllegalArgumentException(
          "A transform of %d points is shorter than its segment of %d"
              .formatted(fftLength, length));
    }
  }

  /// Segments that overlap by half, transformed at their own length.
  public static Segments halfOverlapping(int length) {
    return new Segments(length, length / 2, length);
  }

  /// Time points from the start of a segment to the start of the next.
  public int step() {
    return length - overlap;
  }

  /// How many whole segments a signal has.
  public int count(int timePoints) {
    return timePoints < length ? 0 : (timePoints - overlap) / step();
  }

  /// These segments, or for a shorter signal a single one of its length: what SciPy does.
  ///
  /// @throws IllegalArgumentException if the signal is empty
  public Segments fittedTo(int timePoints) {
    if (timePoints >= length) {
      return this;
    }
    int points = fftLength == length ? timePoints : fftLength;
    return new Segments(timePoints, Math.min(overlap, timePoints / 2), points);
  }
}
