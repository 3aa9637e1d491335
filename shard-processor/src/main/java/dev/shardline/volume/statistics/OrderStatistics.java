package dev.shardline.volume.statistics;

import java.util.Arrays;

/// Exact order statistics of many values without sorting them all: a sample brackets each rank, one
/// pass counts what lies below the bracket and collects what lies in it. If a bracket misses, it is
/// widened, so the result never depends on the sample.
final class OrderStatistics {
  /// Below this many values all are sorted.
  private static final int FEW = 8192;

  private static final int SAMPLE = 1 << 15;

  private OrderStatistics() {}

  /// The values at these ranks (0: the least).
  static float[] select(float[] values, int[] ranks) {
    float[] result = new float[ranks.length];
    if (values.length <= FEW) {
      float[] sorted = values.clone();
      Arrays.sort(sorted);
      for (int i = 0; i < ranks.length; i++) {
        result[i] = sorted[ranks[i]];
      }
      return result;
    }
    float[] sample = sortedSample(values);
    Bracket bracket = null;
    for (int i = 0; i < ranks.length; i++) {
      if (bracket == null || !bracket.holds(ranks[i])) {
        bracket = bracketAround(values, sample, ranks[i]);
      }
      result[i] = bracket.at(ranks[i]);
    }
    return result;
  }

  private static float[] sortedSample(float[] values) {
    float[] sample = new float[Math.min(values.length, SAMPLE)];
    double step = (double) values.length / sample.length;
    for (int i = 0; i < sample.length; i++) {
      sample[i] = values[(int) (i * step)];
    }
    Arrays.sort(sample);
    return sample;
  }

  private static Bracket bracketAround(float[] values, float[] sample, int rank) {
    double quantile = (double) rank / values.length;
    double place = quantile * sample.length;
    double spread = 4 * Math.sqrt(sample.length * quantile * (1 - quantile)) + 8;
    while (true) {
      int low = (int) Math.floor(place - spread);
      int high = (int) Math.ceil(place + spread);
      Bracket bracket =
          Bracket.collect(
              values,
              low < 0 ? Float.NEGATIVE_INFINITY : sample[low],
              high >= sample.length ? Float.POSITIVE_INFINITY : sample[high]);
      if (bracket.holds(rank)) {
        return bracket;
      }
      spread *= 4;
    }
  }

  /// All values from `low` to `high`, sorted, and how many lie below. Values equal to `low` are
  /// only counted: often they are half the volume.
  private record Bracket(int below, float low, int lows, Inside inside) {

    static Bracket collect(float[] values, float low, float high) {
      Inside inside = new Inside();
      int below = 0;
      int lows = 0;
      for (float value : values) {
        if (value < low) {
          below++;
        } else if (value == low) {
          lows++;
        } else if (value <= high) {
          inside.add(value);
        }
      }
      inside.sort();
      return new Bracket(below, low, lows, inside);
    }

    boolean holds(int rank) {
      return rank >= below && rank < below + lows + inside.count;
    }

    float at(int rank) {
      int index = rank - below;
      return index < lows ? low : inside.values[index - lows];
    }
  }

  /// A growing array.
  private static final class Inside {
    private float[] values = new float[FEW];
    private int count;

    void add(float value) {
      if (count == values.length) {
        values = Arrays.copyOf(values, 2 * count);
      }
      values[count++] = value;
    }

    void sort() {
      Arrays.sort(values, 0, count);
    }
  }
}
