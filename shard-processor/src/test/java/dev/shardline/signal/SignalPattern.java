package dev.shardline.signal;

import java.util.Random;
import java.util.stream.IntStream;

/// Signals that tests make themselves.
public final class SignalPattern {
  private SignalPattern() {}

  /// `(7·i² + 3·i) mod 11` for the first `points` time points: the input of every pinned number.
  public static double[] pinned(int points) {
    return IntStream.range(0, points).mapToDouble(i -> (i * i * 7 + 3 * i) % 11).toArray();
  }

  /// A random walk from a seed.
  public static double[] walk(int points, long seed) {
    Random random = new Random(seed);
    double[] walk = new double[points];
    double level = 0;
    for (int i = 0; i < points; i++) {
      level += random.nextGaussian();
      walk[i] = level;
    }
    return walk;
  }

  /// A sine of amplitude one.
  public static double[] sine(int points, double frequency, double samplingRate) {
    return IntStream.range(0, points)
        .mapToDouble(i -> Math.sin(2 * Math.PI * frequency * i / samplingRate))
        .toArray();
  }
}
