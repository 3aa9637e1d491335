package dev.shardline.signal.filter;

import dev.shardline.signal.window.Window;

/// Linear-phase filters by the window method: `scipy.signal.firwin` with `scale=True`.
public final class WindowedSinc {
  private WindowedSinc() {}

  /// The taps of a filter whose response is one half at the band's edges.
  ///
  /// @param taps how many; odd for a band that includes half the sampling rate
  /// @throws IllegalArgumentException if the number of taps does not suit, or an edge is not below
  ///   half the sampling rate
  public static double[] design(int taps, Band band, Window window, double samplingRate) {
    band.check(samplingRate);
    double[] edges = passEdges(band, samplingRate);
    if (taps < 1 || taps % 2 == 0 && edges[edges.length - 1] == 1) {
      throw new IllegalArgumentException(
          "%d taps cannot pass half the sampling rate: take an odd number".formatted(taps));
    }
    double[] filter = window.symmetric(taps);
    double centre = 0.5 * (taps - 1);
    for (int i = 0; i < taps; i++) {
      filter[i] *= ideal(edges, i - centre);
    }
    scaleTo(1, filter, passFrequency(edges));
    return filter;
  }

  /// The edges of the pass bands in units of half the sampling rate, in pairs.
  private static double[] passEdges(Band band, double samplingRate) {
    double nyquist = 0.5 * samplingRate;
    return switch (band) {
      case Band.LowPass(double edge) -> new double[] {0, edge / nyquist};
      case Band.HighPass(double edge) -> new double[] {edge / nyquist, 1};
      case Band.BandPass(double low, double high) -> new double[] {low / nyquist, high / nyquist};
      case Band.BandStop(double low, double high) ->
          new double[] {0, low / nyquist, high / nyquist, 1};
    };
  }

  private static double ideal(double[] edges, double m) {
    double value = 0;
    for (int i = 0; i < edges.length; i += 2) {
      value += edges[i + 1] * sinc(edges[i + 1] * m);
      value -= edges[i] * sinc(edges[i] * m);
    }
    return value;
  }

  private static double sinc(double x) {
    return x == 0 ? 1 : StrictMath.sin(Math.PI * x) / (Math.PI * x);
  }

  /// Where the response is made exactly one: zero, half the sampling rate or the first band's
  /// middle.
  private static double passFrequency(double[] edges) {
    if (edges[0] == 0) {
      return 0;
    }
    return edges[1] == 1 ? 1 : 0.5 * (edges[0] + edges[1]);
  }

  private static void scaleTo(double gain, double[] filter, double frequency) {
    double centre = 0.5 * (filter.length - 1);
    double response = 0;
    for (int i = 0; i < filter.length; i++) {
      response += filter[i] * StrictMath.cos(Math.PI * (i - centre) * frequency);
    }
    for (int i = 0; i < filter.length; i++) {
      filter[i] *= gain / response;
    }
  }
}
