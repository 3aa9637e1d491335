package dev.shardline.signal.filter;

/// The widths in Hz over which a filter goes from passing to stopping: at a band's low edge and at
/// its high edge. A transition lies outside a pass band and inside a stop band.
///
/// @param low the width at the low edge, unused by a low-pass
/// @param high the width at the high edge, unused by a high-pass
public record Transitions(double low, double high) {
  /// MNE's widths: a quarter of the edge, at least 2 Hz, but within 0 and half the sampling rate.
  public static Transitions automatic(Band band, double samplingRate) {
    return switch (band) {
      case Band.LowPass(double edge) -> new Transitions(0, high(edge, samplingRate));
      case Band.HighPass(double edge) -> new Transitions(low(edge), 0);
      case Band.BandPass(double low, double high) ->
          new Transitions(low(low), high(high, samplingRate));
      case Band.BandStop(double low, double high) ->
          new Transitions(low(low), high(high, samplingRate));
    };
  }

  private static double low(double edge) {
    return Math.min(Math.max(0.25 * edge, 2), edge);
  }

  private static double high(double edge, double samplingRate) {
    return Math.min(Math.max(0.25 * edge, 2), samplingRate / 2 - edge);
  }
}
