package dev.shardline.recipe.signal;

import dev.shardline.failure.UsageException;
import dev.shardline.recipe.Arguments;
import dev.shardline.recipe.Parameter;
import dev.shardline.recipe.ParameterType;
import dev.shardline.signal.SamplingRate;
import dev.shardline.signal.spectrum.Segments;
import java.util.List;

/// How a recording is cut into segments for spectra, in time points or in seconds.
///
/// @param points per segment; 0 if the seconds say
/// @param seconds per segment; 0 if the points say
/// @param overlap time points that neighbours share; [#HALF] for half a segment
/// @param fft points of the transform; 0 for the segment's own
record SegmentParameters(int points, double seconds, int overlap, int fft) {
  private static final int UNSET = 0;
  private static final int HALF = -1;
  private static final int MOST_POINTS = 1 << 26;

  private static final Parameter<Integer> POINTS =
      Parameter.of(
          "segment-points",
          ParameterType.integer(UNSET, MOST_POINTS),
          UNSET,
          "time points per segment, SciPy's nperseg; 256 if neither is given");
  private static final Parameter<Double> SECONDS =
      Parameter.of(
          "segment-seconds",
          ParameterType.number(UNSET, 1e9),
          (double) UNSET,
          "instead of points: seconds per segment");
  private static final Parameter<Integer> OVERLAP =
      Parameter.of(
          "overlap-points",
          ParameterType.integer(HALF, MOST_POINTS),
          HALF,
          "time points that neighbours share, SciPy's noverlap; -1 for half a segment");
  private static final Parameter<Integer> FFT =
      Parameter.of(
          "fft-points",
          ParameterType.integer(UNSET, MOST_POINTS),
          UNSET,
          "points of the transform, SciPy's nfft; 0 for as many as the segment has");

  static final List<Parameter<?>> ALL = List.of(POINTS, SECONDS, OVERLAP, FFT);

  private static final int USUAL_POINTS = 256;

  /// @throws UsageException if points and seconds are both given
  static SegmentParameters read(String step, Arguments arguments) {
    int points = arguments.value(POINTS);
    double seconds = arguments.value(SECONDS);
    if (points != UNSET && seconds != UNSET) {
      throw new UsageException(
          "`%s` takes either `segment-points` or `segment-seconds`, found both".formatted(step));
    }
    return new SegmentParameters(points, seconds, arguments.value(OVERLAP), arguments.value(FFT));
  }

  /// By how many times one side of all spectra has more values than half-overlapping segments give,
  /// as far as the arguments tell without a rate.
  long growth() {
    int stated = points == UNSET && seconds == UNSET ? USUAL_POINTS : points;
    if (stated == UNSET) {
      return 1;
    }
    int step = Math.max(1, stated - (overlap == HALF ? stated / 2 : overlap));
    return Math.max(1, Math.ceilDiv(Math.max(stated, fft), 2 * step));
  }

  /// The longer of a segment and its transform, at a rate.
  long points(double hertz) {
    long stated = points == UNSET ? USUAL_POINTS : points;
    return Math.max(seconds == UNSET ? stated : (long) Math.ceil(seconds * hertz), fft);
  }

  /// The segments at a rate; of a shorter recording, one as long as it is.
  ///
  /// @throws IllegalArgumentException if they do not fit together, or there are no time points
  Segments of(SamplingRate rate, int timePoints) {
    int stated = points == UNSET ? USUAL_POINTS : points;
    int length = seconds == UNSET ? stated : Math.toIntExact(rate.timePoints(seconds));
    Segments segments =
        new Segments(length, overlap == HALF ? length / 2 : overlap, fft == UNSET ? length : fft);
    return segments.fittedTo(timePoints);
  }
}
