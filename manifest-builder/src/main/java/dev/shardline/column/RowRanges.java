package dev.shardline.column;

import java.util.List;
import java.util.function.IntFunction;
import java.util.stream.IntStream;

/// Cuts rows into contiguous ranges that are worked on at once.
public final class RowRanges {
  private static final int WORTH_A_THREAD = 1 << 13;

  private RowRanges() {}

  /// What is done with rows `from` (inclusive) to `to` (exclusive).
  @FunctionalInterface
  public interface RangeWork<R> {
    R apply(int from, int to);
  }

  /// Works on every range, at most one a processor.
  ///
  /// @return the results in the order of the ranges; the number of ranges may differ from machine
  ///   to machine
  public static <R> List<R> map(int rows, RangeWork<R> work) {
    int ranges = Math.clamp(rows / WORTH_A_THREAD, 1, Runtime.getRuntime().availableProcessors());
    IntFunction<R> range = i -> work.apply(bound(rows, i, ranges), bound(rows, i + 1, ranges));
    return IntStream.range(0, ranges).parallel().mapToObj(range).toList();
  }

  private static int bound(int rows, int range, int ranges) {
    return (int) ((long) rows * range / ranges);
  }
}
