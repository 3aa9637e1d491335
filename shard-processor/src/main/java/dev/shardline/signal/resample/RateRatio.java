package dev.shardline.signal.resample;

import java.math.BigInteger;

/// The factor between two sampling rates as a reduced fraction.
///
/// @param up the new rate's share, positive
/// @param down the old rate's share, positive
public record RateRatio(int up, int down) {
  private static final int LARGEST = 100_000;

  public RateRatio {
    if (up < 1 || down < 1) {
      throw new IllegalArgumentException(
          "A rate ratio's terms are positive, not %d/%d".formatted(up, down));
    }
    int divisor = BigInteger.valueOf(up).gcd(BigInteger.valueOf(down)).intValueExact();
    up /= divisor;
    down /= divisor;
  }

  /// The simplest fraction within 1e-12 of `to/from`: the first such convergent of its continued
  /// fraction.
  ///
  /// @throws IllegalArgumentException if a rate is not positive or the fraction has terms above 100
  ///   000
  public static RateRatio between(double from, double to) {
    if (!(from > 0 && to > 0)) {
      throw new IllegalArgumentException(
          "Sampling rates are positive, not %s and %s Hz".formatted(from, to));
    }
    double ratio = to / from;
    long upBefore = 0;
    long up = 1;
    long downBefore = 1;
    long down = 0;
    double rest = ratio;
    while (up <= LARGEST && down <= LARGEST) {
      long term = (long) Math.floor(rest);
      long nextUp = term * up + upBefore;
      long nextDown = term * down + downBefore;
      upBefore = up;
      downBefore = down;
      up = nextUp;
      down = nextDown;
      if (up > 0 && Math.abs((double) up / down / ratio - 1) < 1e-12) {
        break;
      }
      rest = 1 / (rest - term);
    }
    if (up > LARGEST || down > LARGEST) {
      throw new IllegalArgumentException(
          "%s and %s Hz have no simple ratio: choose a rate that has".formatted(from, to));
    }
    return new RateRatio((int) up, (int) down);
  }

  /// How many time points `timePoints` become: rounded up.
  public int outputLength(int timePoints) {
    long scaled = (long) timePoints * up;
    return Math.toIntExact((scaled + down - 1) / down);
  }
}
