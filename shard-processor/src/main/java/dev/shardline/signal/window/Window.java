package dev.shardline.signal.window;

import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;

/// A window function. Values are those of `scipy.signal.get_window` within a few units in the last
/// place. Immutable; every call gives a new array.
public sealed interface Window
    permits Window.Boxcar,
        Window.CosineSum,
        Window.Bartlett,
        Window.Kaiser,
        Window.Tukey,
        Window.Dpss,
        PlainWindow,
        ShapedWindow {
  /// The symmetric window of `points` values, for the design of filters.
  double[] symmetric(int points);

  /// The periodic window of `points` values, for spectra: the symmetric window of one value more,
  /// without its last.
  default double[] periodic(int points) {
    return points <= 1 ? ones(points) : Arrays.copyOf(symmetric(points + 1), points);
  }

  /// How configurations and lineage write this window: `hann`, `kaiser(8.6)`.
  String text();

  private static double[] ones(int points) {
    double[] ones = new double[points];
    Arrays.fill(ones, 1);
    return ones;
  }

  /// No taper.
  record Boxcar() implements Window {
    @Override
    public double[] symmetric(int points) {
      return ones(points);
    }

    @Override
    public String text() {
      return "boxcar";
    }
  }

  /// A sum of cosines `Σ c[k]·cos(k·φ)` for φ from −π to π: the Hann family.
  ///
  /// @param text the window's name
  /// @param coefficients the weights, constant term first
  record CosineSum(String text, List<Double> coefficients) implements Window {
    public static final Window HANN = new CosineSum("hann", List.of(0.5, 0.5));
    public static final Window HAMMING = new CosineSum("hamming", List.of(0.54, 1 - 0.54));
    public static final Window BLACKMAN = new CosineSum("blackman", List.of(0.42, 0.5, 0.08));
    public static final Window NUTTALL =
        new CosineSum("nuttall", List.of(0.3635819, 0.4891775, 0.1365995, 0.0106411));
    public static final Window BLACKMAN_HARRIS =
        new CosineSum("blackmanharris", List.of(0.35875, 0.48829, 0.14128, 0.01168));
    public static final Window FLAT_TOP =
        new CosineSum(
            "flattop", List.of(0.21557895, 0.41663158, 0.277263158, 0.083578947, 0.006947368));

    public CosineSum {
      coefficients = List.copyOf(coefficients);
    }

    @Override
    public double[] symmetric(int points) {
      if (points <= 1) {
        return ones(points);
      }
      double step = 2 * Math.PI / (points - 1);
      return IntStream.range(0, points)
          .mapToDouble(point -> point == points - 1 ? Math.PI : -Math.PI + point * step)
          .map(this::at)
          .toArray();
    }

    private double at(double angle) {
      double sum = 0;
      for (int k = 0; k < coefficients.size(); k++) {
        sum += coefficients.get(k) * StrictMath.cos(k * angle);
      }
      return sum;
    }
  }

  /// A triangle that is zero at both ends.
  record Bartlett() implements Window {
    @Override
    public double[] symmetric(int points) {
      if (points <= 1) {
        return ones(points);
      }
      double last = points - 1;
      return IntStream.range(0, points)
          .mapToDouble(point -> point <= last / 2 ? 2 * point / last : 2 - 2 * point / last)
          .toArray();
    }

    @Override
    public String text() {
      return "bartlett";
    }
  }

  /// Kaiser's window.
  ///
  /// @param beta the shape: 0 is a boxcar, 5 resembles Hamming, 8.6 Blackman; at most 700
  record Kaiser(double beta) implements Window {
    public Kaiser {
      if (!(beta >= 0 && beta <= 700)) {
        throw new IllegalArgumentException("A Kaiser window's beta lies in 0..700, not " + beta);
      }
    }

    @Override
    public double[] symmetric(int points) {
      if (points <= 1) {
        return ones(points);
      }
      double alpha = (points - 1) / 2.0;
      double peak = Bessel.i0(beta);
      return IntStream.range(0, points)
          .mapToDouble(point -> (point - alpha) / alpha)
          .map(x -> Bessel.i0(beta * Math.sqrt(1 - x * x)) / peak)
          .toArray();
    }

    @Override
    public String text() {
      return "kaiser(" + beta + ")";
    }
  }

  /// A boxcar with cosine slopes.
  ///
  /// @param alpha the share of the window inside the slopes: 0 is a boxcar, 1 is Hann
  record Tukey(double alpha) implements Window {
    public Tukey {
      if (!(alpha >= 0 && alpha <= 1)) {
        throw new IllegalArgumentException("A Tukey window's alpha lies in 0..1, not " + alpha);
      }
    }

    @Override
    public double[] symmetric(int points) {
      if (points <= 1 || alpha == 0) {
        return ones(points);
      }
      if (alpha == 1) {
        return CosineSum.HANN.symmetric(points);
      }
      int last = points - 1;
      int width = (int) Math.floor(alpha * last / 2.0);
      double[] window = ones(points);
      for (int point = 0; point <= width; point++) {
        window[point] = slope(-1 + 2.0 * point / alpha / last);
        int mirrored = last - point;
        window[mirrored] = slope(-2.0 / alpha + 1 + 2.0 * mirrored / alpha / last);
      }
      return window;
    }

    private static double slope(double position) {
      return 0.5 * (1 + StrictMath.cos(Math.PI * position));
    }

    @Override
    public String text() {
      return "tukey(" + alpha + ")";
    }
  }

  /// The first Slepian sequence, scaled to a peak of one (SciPy's norm `approximate`).
  ///
  /// @param halfBandwidth the standardised half bandwidth NW
  record Dpss(double halfBandwidth) implements Window {
    public Dpss {
      if (!(halfBandwidth > 0)) {
        throw new IllegalArgumentException(
            "A DPSS window's half bandwidth is positive, not " + halfBandwidth);
      }
    }

    @Override
    public double[] symmetric(int points) {
      if (points <= 1) {
        return ones(points);
      }
      double[] window = SlepianSequences.of(points, halfBandwidth, 1).sequence(0);
      double peak = Arrays.stream(window).max().orElseThrow();
      double squared = (double) points * points;
      double correction = points % 2 == 0 ? squared / (squared + halfBandwidth) : 1;
      return Arrays.stream(window).map(value -> value / peak * correction).toArray();
    }

    @Override
    public String text() {
      return "dpss(" + halfBandwidth + ")";
    }
  }
}
