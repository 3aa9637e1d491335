package dev.shardline.parts;

import java.util.Arrays;
import java.util.Comparator;
import java.util.PriorityQueue;
import java.util.stream.IntStream;

/// Deals units out to parts so that all parts weigh nearly the same: the heavy ones one by one to
/// the lightest part, heaviest first (LPT, Graham 1969); then the light ones in their order,
/// filling part after part to a common level.
final class PartBalancer {
  /// A unit is light if at least so many of its weight make a part.
  private static final int LIGHT = 50;

  private final long[] weights;
  private final int[] partOf;
  private final long[] loads;
  private final int[] counts;

  private PartBalancer(long[] weights, int parts) {
    this.weights = weights;
    this.partOf = new int[weights.length];
    this.loads = new long[parts];
    this.counts = new int[parts];
  }

  /// Deals out units.
  ///
  /// @param weights of each unit, in the order in which light ones are dealt
  /// @param parts how many, at most as many as units
  /// @return the part of each unit; no part stays empty
  static int[] deal(long[] weights, int parts) {
    PartBalancer balancer = new PartBalancer(weights, parts);
    boolean few = weights.length < (long) parts * LIGHT;
    long limit = few ? -1 : Arrays.stream(weights).sum() / ((long) parts * LIGHT);
    balancer.dealHeavy(limit);
    balancer.dealLight(limit);
    return balancer.partOf;
  }

  private void dealHeavy(long limit) {
    PriorityQueue<Integer> lightest =
        new PriorityQueue<>(
            Comparator.comparingLong((Integer part) -> loads[part])
                .thenComparingInt(part -> counts[part])
                .thenComparingInt(part -> part));
    IntStream.range(0, loads.length).forEach(lightest::add);
    IntStream.range(0, weights.length)
        .filter(unit -> weights[unit] > limit)
        .boxed()
        .sorted(Comparator.comparingLong((Integer unit) -> -weights[unit]))
        .forEachOrdered(unit -> {
          int part = lightest.remove();
          give(unit, part);
          lightest.add(part);
        });
  }

  private void dealLight(long limit) {
    double level = level(limit);
    int part = 0;
    double room = Math.max(0, level - loads[0]);
    long given = 0;
    for (int unit = 0; unit < weights.length; unit++) {
      if (weights[unit] <= limit) {
        while (part < loads.length - 1 && given + weights[unit] / 2.0 >= room) {
          part++;
          room += Math.max(0, level - loads[part]);
        }
        give(unit, part);
        given += weights[unit];
      }
    }
  }

  /// How heavy parts are when the light units have filled up the lighter ones.
  private double level(long limit) {
    long light = Arrays.stream(weights).filter(weight -> weight <= limit).sum();
    long[] sorted = loads.clone();
    Arrays.sort(sorted);
    long below = 0;
    for (int i = 0; i < sorted.length; i++) {
      below += sorted[i];
      double level = (light + below) / (i + 1.0);
      if (i + 1 == sorted.length || level <= sorted[i + 1]) {
        return level;
      }
    }
    return Double.POSITIVE_INFINITY;
  }

  private void give(int unit, int part) {
    partOf[unit] = part;
    loads[part] += weights[unit];
    counts[part]++;
  }
}
