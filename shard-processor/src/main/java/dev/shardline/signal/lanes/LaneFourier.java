package dev.shardline.signal.lanes;

import dev.shardline.signal.LaneRoom;
import java.util.ArrayList;
import java.util.List;

/// A vector of Fourier transforms, one in each lane, in float32: of a number of points that has no
/// prime factor above five. The passes run in place and leave the bins in digit-reversed order.
///
/// Not safe for concurrent use: it holds the values it transforms.
final class LaneFourier {
  /// What a complex value takes in all lanes: its real parts, then its imaginary ones, which so
  /// share a cache line on processors of eight lanes.
  static final int ROW = 2 * Lanes.LENGTH;

  /// Complex values that take half of a nearest cache of 32 KiB.
  private static final int NEAR = (16 << 10) / (ROW * Float.BYTES);

  /// One pass over all blocks of a size.
  private record Pass(int radix, int span, float[] twiddles) {}

  private final int points;
  private final List<Pass> passes;
  private final int[] position;

  /// The points in their order, `[point][real, imaginary][lane]`, and after the transform the bins.
  final LaneRoom room;

  LaneFourier(int points) {
    if (!suits(points)) {
      throw new IllegalArgumentException("No transform of " + points + " points in lanes");
    }
    this.points = points;
    List<Integer> radices = radices(points);
    passes = passes(radices);
    position = positions(radices);
    room = new LaneRoom(points * ROW);
  }

  /// Whether there is a transform of so many points.
  static boolean suits(int points) {
    int rest = points;
    for (int prime : new int[] {2, 3, 5}) {
      while (rest % prime == 0) {
        rest /= prime;
      }
    }
    return rest == 1;
  }

  /// Fives and threes, then the two that fours leave over, then fours.
  private static List<Integer> radices(int points) {
    List<Integer> radices = new ArrayList<>();
    int rest = points;
    for (int radix : new int[] {5, 3, 2, 4}) {
      while (rest % radix == 0 && (radix != 2 || Integer.numberOfTrailingZeros(rest) % 2 == 1)) {
        radices.add(radix);
        rest /= radix;
      }
    }
    return radices;
  }

  private List<Pass> passes(List<Integer> radices) {
    List<Pass> list = new ArrayList<>();
    int block = points;
    for (int radix : radices) {
      list.add(new Pass(radix, block / radix, LaneTwiddles.of(block, radix)));
      block /= radix;
    }
    return List.copyOf(list);
  }

  /// Where each bin ends up.
  private int[] positions(List<Integer> radices) {
    int[] positions = new int[points];
    for (int bin = 0; bin < points; bin++) {
      int rest = bin;
      int block = points;
      for (int radix : radices) {
        block /= radix;
        positions[bin] += rest % radix * block;
        rest /= radix;
      }
    }
    return positions;
  }

  int points() {
    return points;
  }

  /// Where in [#room] a bin lies: so many complex values from the first.
  int position(int bin) {
    return position[bin];
  }

  /// Transforms [#room] and adds the squared magnitude of each bin to its sum, in the order of
  /// [#position]; the values are of no use then.
  ///
  /// @param sums a vector for each bin
  void addPower(LaneRoom sums) {
    run(0, 0, points, sums);
  }

  /// Runs a pass over one block and the later passes over each of its parts, until a block is small
  /// enough to run all that are left over it, one after the other.
  private void run(int depth, int block, int length, LaneRoom sums) {
    if (length <= NEAR) {
      for (int i = depth; i < passes.size(); i++) {
        apply(passes.get(i), block, length, sums);
      }
      return;
    }
    Pass pass = passes.get(depth);
    apply(pass, block, length, sums);
    for (int part = block; part < block + length; part += pass.span) {
      run(depth + 1, part, pass.span, sums);
    }
  }

  private void apply(Pass pass, int row, int length, LaneRoom sums) {
    int blocks = length / (pass.radix * pass.span);
    if (pass.span > 1) {
      turn(pass, row, blocks);
      return;
    }
    int from = room.first() + row * ROW;
    int to = sums.first() + row * Lanes.LENGTH;
    switch (pass.radix) {
      case 4 -> LastButterflies.four(room.values(), from, blocks, sums.values(), to);
      default -> {
        turn(pass, row, blocks);
        LastButterflies.one(room.values(), from, length, sums.values(), to);
      }
    }
  }

  private void turn(Pass pass, int row, int blocks) {
    int from = room.first() + row * ROW;
    float[] values = room.values();
    switch (pass.radix) {
      case 2 -> LaneButterflies.two(values, from, blocks, pass.span, pass.twiddles);
      case 3 -> LaneButterflies.three(values, from, blocks, pass.span, pass.twiddles);
      case 4 -> LaneButterflies.four(values, from, blocks, pass.span, pass.twiddles);
      default -> LaneButterflies.five(values, from, blocks, pass.span, pass.twiddles);
    }
  }
}
