package dev.shardline.signal.filter;

import java.util.List;
import java.util.stream.IntStream;

/// Butterworth filters: as flat as can be in the band. Coefficients are those of
/// `scipy.signal.butter(order, …, fs=…, output="sos")`.
public final class Butterworth {
  /// The rate at which the bilinear transformation is taken; edges are normalised to it.
  private static final double RATE = 2;

  private static final int HIGHEST_ORDER = 50;

  private Butterworth() {}

  /// Designs a filter.
  ///
  /// @param order the order of the low-pass prototype; a band-pass or band-stop has twice as many
  ///   poles
  /// @throws IllegalArgumentException if the order is not in 1..50 or an edge not below half the
  ///   sampling rate
  public static SecondOrderSections design(int order, Band band, double samplingRate) {
    if (order < 1 || order > HIGHEST_ORDER) {
      throw new IllegalArgumentException(
          "A Butterworth filter's order lies in 1..%d, not %d".formatted(HIGHEST_ORDER, order));
    }
    band.check(samplingRate);
    PoleZeroGain digital = analogue(prototype(order), band, samplingRate).bilinear(RATE);
    return new SectionPairing(digital).sections();
  }

  private static PoleZeroGain analogue(PoleZeroGain prototype, Band band, double samplingRate) {
    return switch (band) {
      case Band.LowPass(double edge) -> prototype.toLowPass(warped(edge, samplingRate));
      case Band.HighPass(double edge) -> prototype.toHighPass(warped(edge, samplingRate));
      case Band.BandPass(double low, double high) -> {
        double from = warped(low, samplingRate);
        double to = warped(high, samplingRate);
        yield prototype.toBandPass(Math.sqrt(from * to), to - from);
      }
      case Band.BandStop(double low, double high) -> {
        double from = warped(low, samplingRate);
        double to = warped(high, samplingRate);
        yield prototype.toBandStop(Math.sqrt(from * to), to - from);
      }
    };
  }

  /// The analogue frequency that the bilinear transformation maps to `edge`.
  private static double warped(double edge, double samplingRate) {
    double normalised = 2 * edge / samplingRate;
    return 2 * RATE * StrictMath.tan(Math.PI * normalised / RATE);
  }

  /// Poles evenly spread on the left half of the unit circle; the middle one of an odd order is
  /// exactly real.
  private static PoleZeroGain prototype(int order) {
    List<Complex> poles =
        IntStream.range(0, order)
            .map(i -> 2 * i - order + 1)
            .mapToObj(m -> Math.PI * m / (2 * order))
            .map(angle -> new Complex(-StrictMath.cos(angle), -StrictMath.sin(angle)))
            .toList();
    return new PoleZeroGain(List.of(), poles, 1);
  }
}
