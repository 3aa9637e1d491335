package dev.shardline.signal.filter;

import java.util.List;

/// The design of MNE's `create_filter(method="fir", fir_design="firwin")`: each transition has a
/// windowed sinc as long as its width needs, and the filter is their alternating sum. Linear phase,
/// an odd number of taps.
public final class FirDesign {
  private static final int MOST_TAPS = 10_000_000;

  private FirDesign() {}

  /// Where the response goes from one gain to the other, in units of half the sampling rate.
  private record Slope(double from, double to) {
    double width() {
      return (to - from) / 2;
    }
  }

  /// The taps for a band with MNE's automatic transitions.
  ///
  /// @throws IllegalArgumentException if the band or its transitions do not fit below half the
  ///   sampling rate
  public static double[] design(Band band, FirWindow window, double samplingRate) {
    return design(band, Transitions.automatic(band, samplingRate), window, samplingRate);
  }

  /// The taps for a band with given transitions; as long as the narrowest one needs.
  ///
  /// @throws IllegalArgumentException if the band or its transitions do not fit below half the
  ///   sampling rate
  public static double[] design(
      Band band, Transitions transitions, FirWindow window, double samplingRate) {
    band.check(samplingRate);
    double narrowest = narrowest(band, transitions);
    double[] filter = new double[oddLength(window.lengthFactor() / narrowest * samplingRate)];
    boolean passesTop = band instanceof Band.HighPass || band instanceof Band.BandStop;
    filter[filter.length / 2] = passesTop ? 1 : 0;
    double sign = passesTop ? -1 : 1;
    for (Slope slope : slopes(band, transitions, samplingRate)) {
      add(filter, slope, window, sign);
      sign = -sign;
    }
    return filter;
  }

  private static double narrowest(Band band, Transitions transitions) {
    double narrowest =
        switch (band) {
          case Band.LowPass _ -> transitions.high();
          case Band.HighPass _ -> transitions.low();
          case Band.BandPass _, Band.BandStop _ -> Math.min(transitions.low(), transitions.high());
        };
    if (!(narrowest > 0)) {
      throw new IllegalArgumentException(
          "A filter's transitions are wider than 0 Hz, not " + narrowest);
    }
    return narrowest;
  }

  private static int oddLength(double points) {
    if (points > MOST_TAPS) {
      throw new IllegalArgumentException(
          "The transition is too narrow: the filter would have %.0f taps".formatted(points));
    }
    int length = Math.max((int) Math.ceil(points), 1);
    return length + (length - 1) % 2;
  }

  /// The transitions from the highest frequency down.
  private static List<Slope> slopes(Band band, Transitions width, double samplingRate) {
    return switch (band) {
      case Band.LowPass(double edge) -> List.of(slope(edge, edge + width.high(), samplingRate));
      case Band.HighPass(double edge) -> List.of(slope(edge - width.low(), edge, samplingRate));
      case Band.BandPass(double low, double high) ->
          List.of(
              slope(high, high + width.high(), samplingRate),
              slope(low - width.low(), low, samplingRate));
      case Band.BandStop(double low, double high) -> {
        if (!(low + width.low() <= high - width.high())) {
          throw new IllegalArgumentException(
              "The stop band %s–%s Hz is narrower than its transitions of %s and %s Hz"
                  .formatted(low, high, width.low(), width.high()));
        }
        yield List.of(
            slope(high - width.high(), high, samplingRate),
            slope(low, low + width.low(), samplingRate));
      }
    };
  }

  private static Slope slope(double from, double to, double samplingRate) {
    double nyquist = samplingRate / 2;
    if (!(from >= 0 && to <= nyquist)) {
      throw new IllegalArgumentException(
          "The transition from %s to %s Hz does not lie between 0 and half the sampling rate of %s Hz"
              .formatted(from, to, samplingRate));
    }
    return new Slope(from / nyquist, to / nyquist);
  }

  /// Adds `sign` times the low-pass of a transition to the middle of the filter.
  private static void add(double[] filter, Slope slope, FirWindow window, double sign) {
    int taps = (int) Math.rint(window.lengthFactor() / slope.width());
    taps += 1 - taps % 2;
    double[] part =
        WindowedSinc.design(
            taps, new Band.LowPass((slope.to() + slope.from()) / 2), window.window(), 2);
    int offset = (filter.length - taps) / 2;
    for (int i = 0; i < taps; i++) {
      filter[offset + i] += sign * part[i];
    }
  }
}
