package dev.shardline.signal.window;

/// SciPy's further windows with parameters.
public sealed interface ShapedWindow extends Window {
  /// The value at a place.
  ///
  /// @param place from the window's middle, in points
  /// @param points at least 2
  double at(double place, int points);

  @Override
  default double[] symmetric(int points) {
    double[] window = new double[points];
    for (int point = 0; point < points; point++) {
      window[point] = points == 1 ? 1 : at(point - (points - 1) / 2.0, points);
    }
    return window;
  }

  private static double positive(String name, double value) {
    if (!(value > 0 && value < Double.POSITIVE_INFINITY)) {
      throw new IllegalArgumentException(name + " is positive, not " + value);
    }
    return value;
  }

  /// `exp(−½·|n/σ|²ᵖ)`: with a power of 1 the Gaussian.
  ///
  /// @param deviation σ, in points
  record Gaussian(String text, double power, double deviation) implements ShapedWindow {
    public Gaussian {
      positive("A Gaussian window's power", power);
      positive("A Gaussian window's deviation", deviation);
    }

    @Override
    public double at(double place, int points) {
      return StrictMath.exp(-0.5 * StrictMath.pow(Math.abs(place / deviation), 2 * power));
    }
  }

  /// `exp(−|n|/τ)`.
  ///
  /// @param decay τ, in points
  record Exponential(double decay) implements ShapedWindow {
    public Exponential {
      positive("An exponential window's decay", decay);
    }

    @Override
    public double at(double place, int points) {
      return StrictMath.exp(-Math.abs(place) / decay);
    }

    @Override
    public String text() {
      return "exponential(" + decay + ")";
    }
  }

  /// Taylor's window, its middle scaled to one.
  ///
  /// @param nearlyConstant how many side lobes next to the main one are nearly of one height
  /// @param attenuation of the side lobes in dB
  record Taylor(int nearlyConstant, double attenuation) implements ShapedWindow {
    public Taylor {
      if (nearlyConstant < 1 || nearlyConstant > 100) {
        throw new IllegalArgumentException(
            "A Taylor window has 1 to 100 nearly constant side lobes, not " + nearlyConstant);
      }
      positive("A Taylor window's attenuation", attenuation);
    }

    @Override
    public double[] symmetric(int points) {
      double[] window = ShapedWindow.super.symmetric(points);
      double middle = points == 1 ? 1 : at(0, points);
      for (int point = 0; point < points; point++) {
        window[point] /= middle;
      }
      return window;
    }

    @Override
    public double at(double place, int points) {
      double level = StrictMath.pow(10, attenuation / 20);
      double a = StrictMath.log(level + Math.sqrt(level * level - 1)) / Math.PI;
      double edge = nearlyConstant - 0.5;
      double stretch = (double) nearlyConstant * nearlyConstant / (a * a + edge * edge);
      double sum = 1;
      for (int m = 1; m < nearlyConstant; m++) {
        sum += 2 * weight(m, a, stretch) * StrictMath.cos(2 * Math.PI * m * place / points);
      }
      return sum;
    }

    private double weight(int m, double a, double stretch) {
      double above = m % 2 == 0 ? -1 : 1;
      double below = 2;
      for (int i = 1; i < nearlyConstant; i++) {
        double edge = i - 0.5;
        above *= 1 - (double) m * m / stretch / (a * a + edge * edge);
        below *= i == m ? 1 : 1 - (double) m * m / ((double) i * i);
      }
      return above / below;
    }

    @Override
    public String text() {
      return "taylor(" + nearlyConstant + "," + attenuation + ")";
    }
  }

  /// Dolph and Chebyshev's window: all side lobes of one height, its peak scaled to one.
  ///
  /// @param attenuation of the side lobes in dB
  record Chebyshev(double attenuation) implements ShapedWindow {
    public Chebyshev {
      positive("A Chebyshev window's attenuation", attenuation);
    }

    @Override
    public double[] symmetric(int points) {
      double[] window = ShapedWindow.super.symmetric(points);
      double peak = 0;
      for (double value : window) {
        peak = Math.max(peak, value);
      }
      for (int point = 0; point < points; point++) {
        window[point] /= peak;
      }
      return window;
    }

    /// The inverse transform of the Chebyshev polynomial, which is real and even.
    @Override
    public double at(double place, int points) {
      int order = points - 1;
      double level = StrictMath.pow(10, attenuation / 20);
      double beta = StrictMath.cosh(acosh(level) / order);
      double sum = 0;
      for (int k = 0; k < points; k++) {
        double turn = 2 * Math.PI * k * place / points;
        sum +=
            polynomial(order, beta * StrictMath.cos(Math.PI * k / points)) * StrictMath.cos(turn);
      }
      return sum;
    }

    private static double polynomial(int order, double x) {
      if (Math.abs(x) <= 1) {
        return StrictMath.cos(order * StrictMath.acos(x));
      }
      double magnitude = StrictMath.cosh(order * acosh(Math.abs(x)));
      return x < 0 && order % 2 != 0 ? -magnitude : magnitude;
    }

    private static double acosh(double x) {
      return StrictMath.log(x + Math.sqrt(x * x - 1));
    }

    @Override
    public String text() {
      return "chebwin(" + attenuation + ")";
    }
  }
}
