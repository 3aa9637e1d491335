package dev.shardline.signal.window;

import java.util.Locale;

/// SciPy's windows without a parameter that are no sums of cosines.
public enum PlainWindow implements Window {
  /// A triangle that is above zero at both ends.
  TRIANG {
    @Override
    double at(int point, int points) {
      double fromEnd = Math.min(point, points - 1 - point) + 1;
      return points % 2 == 0 ? (2 * fromEnd - 1) / points : 2 * fromEnd / (points + 1);
    }
  },
  PARZEN {
    @Override
    double at(int point, int points) {
      double distance = Math.abs(point - (points - 1) / 2.0);
      double share = distance / (points / 2.0);
      return distance <= (points - 1) / 4.0
          ? 1 - 6 * share * share + 6 * share * share * share
          : 2 * (1 - share) * (1 - share) * (1 - share);
    }
  },
  BOHMAN {
    @Override
    double at(int point, int points) {
      if (point == 0 || point == points - 1) {
        return 0;
      }
      double share = Math.abs(-1 + 2.0 * point / (points - 1));
      return (1 - share) * StrictMath.cos(Math.PI * share)
          + StrictMath.sin(Math.PI * share) / Math.PI;
    }
  },
  BARTHANN {
    @Override
    double at(int point, int points) {
      double share = Math.abs(point / (points - 1.0) - 0.5);
      return 0.62 - 0.48 * share + 0.38 * StrictMath.cos(2 * Math.PI * share);
    }
  },
  COSINE {
    @Override
    double at(int point, int points) {
      return StrictMath.sin(Math.PI / points * (point + 0.5));
    }
  },
  LANCZOS {
    @Override
    double at(int point, int points) {
      double angle = Math.PI * Math.abs(2.0 * point / (points - 1) - 1);
      return angle == 0 ? 1 : StrictMath.sin(angle) / angle;
    }
  };

  /// @param points at least 2
  abstract double at(int point, int points);

  @Override
  public double[] symmetric(int points) {
    double[] window = new double[points];
    for (int point = 0; point < points; point++) {
      window[point] = points == 1 ? 1 : at(point, points);
    }
    return window;
  }

  @Override
  public String text() {
    return name().toLowerCase(Locale.ROOT);
  }
}
