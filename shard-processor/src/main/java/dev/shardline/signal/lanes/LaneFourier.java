package dev.shardline.signal.lanes;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/// A vector of Fourier transforms of real signals, one in each lane, in float32: of an even number
/// of points whose half has no prime factor above five. Two neighbouring points make one complex
/// value, which halves the work; the passes run in place and leave the bins in digit-reversed
/// order.
///
/// Not safe for concurrent use: it holds the values it transforms.
final class LaneFourier {
  /// What a complex value takes in all lanes: its real parts, then its imaginary ones, which so
  /// share a cache line on processors of eight lanes.
  static final int ROW = 2 * Lanes.LENGTH;

  /// Complex values that take a quarter of the nearest cache.
  private static final int NEAR = (8 << 10) / (ROW * Float.BYTES);

  /// One pass over all blocks of a size.
  private record Pass(int radix, int span, float[] twiddles) {}

  private final int half;
  private final List<Pass> passes;
  private final int[] position;

  /// The points in their order, `[point][lane]`, and after the transform the complex values.
  final float[] values;

  LaneFourier(int points) {
    if (!suits(points)) {
      throw new IllegalArgumentException("No transform of " + points + " points in lanes");
    }
    half = points / 2;
    List<Integer> radices = radices(half);
    passes = passes(radices);
    position = positions(radices);
    values = new float[half * ROW];
  }

  /// Whether there is a transform of so many points.
  static boolean suits(int points) {
    int rest = points / 2;
    for (int prime : new int[] {2, 3, 5}) {
      while (rest > 0 && rest % prime == 0) {
        rest /= prime;
      }
    }
    return points % 2 == 0 && rest == 1;
  }

  private static List<Integer> radices(int half) {
    List<Integer> radices = new ArrayList<>();
    boolean endsInEight = half % 8 == 0;
    int rest = endsInEight ? half / 8 : half;
    for (int radix : new int[] {4, 2, 3, 5}) {
      while (rest % radix == 0) {
        radices.add(radix);
        rest /= radix;
      }
    }
    if (endsInEight) {
      radices.add(8);
    }
    return radices;
  }

  private List<Pass> passes(List<Integer> radices) {
    List<Pass> list = new ArrayList<>();
    int block = half;
    for (int radix : radices) {
      list.add(new Pass(radix, block / radix, LaneTwiddles.of(block, radix)));
      block /= radix;
    }
    return List.copyOf(list);
  }

  /// Where each bin of the complex transform ends up.
  private int[] positions(List<Integer> radices) {
    int[] positions = new int[half];
    for (int bin = 0; bin < half; bin++) {
      int rest = bin;
      int block = half;
      for (int radix : radices) {
        block /= radix;
        positions[bin] += rest % radix * block;
        rest /= radix;
      }
    }
    return positions;
  }

  /// Bins of the spectrum: half the points and one.
  int bins() {
    return half + 1;
  }

  /// The index in [#values] of a bin of the complex transform.
  int indexOf(int bin) {
    return position[bin] * ROW;
  }

  /// Transforms [#values].
  void transform() {
    run(0, 0, half);
  }

  /// Sets all values in the lanes from `lane` on to zero.
  void clearLanes(int lane) {
    for (int at = 0; lane < Lanes.LENGTH && at < values.length; at += Lanes.LENGTH) {
      Arrays.fill(values, at + lane, at + Lanes.LENGTH, 0);
    }
  }

  /// Runs a pass over one block and the later passes over each of its parts, until a block is small
  /// enough to run all that are left over it, one after the other.
  private void run(int depth, int block, int length) {
    if (length <= NEAR) {
      for (int i = depth; i < passes.size(); i++) {
        apply(passes.get(i), block, length);
      }
      return;
    }
    Pass pass = passes.get(depth);
    apply(pass, block, length);
    for (int part = block; part < block + length; part += pass.span) {
      run(depth + 1, part, pass.span);
    }
  }

  private void apply(Pass pass, int row, int length) {
    int blocks = length / (pass.radix * pass.span);
    switch (pass.radix) {
      case 2 -> LaneButterflies.two(values, row * ROW, blocks, pass.span, pass.twiddles);
      case 3 -> LaneButterflies.three(values, row * ROW, blocks, pass.span, pass.twiddles);
      case 4 -> LaneButterflies.four(values, row * ROW, blocks, pass.span, pass.twiddles);
      case 5 -> LaneButterflies.five(values, row * ROW, blocks, pass.span, pass.twiddles);
      default -> LaneButterflies.lastEight(values, row * ROW, blocks);
    }
  }
}
