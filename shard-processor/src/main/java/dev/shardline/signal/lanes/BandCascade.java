package dev.shardline.signal.lanes;

import dev.shardline.signal.CacheLine;
import dev.shardline.signal.filter.SecondOrderSections;
import dev.shardline.signal.filter.SharedZeros;

/// A band-pass of four sections with [SharedZeros], as one of order four is: two at a time, since a
/// section waits for its last row, and meanwhile the other one works.
final class BandCascade implements LaneCascade {
  static final int SECTIONS = 4;

  private static final int ROW = Lanes.COUNT;

  private final BandPair opening;
  private final BandPair closing;
  private final double gain;
  private final double[] block = new double[BLOCK * ROW + CacheLine.DOUBLES];
  private int line;

  /// @param design four sections of numerators `1 − z⁻²`, the first one's times the gain
  BandCascade(SecondOrderSections design) {
    double[] rows = design.coefficients();
    gain = rows[0];
    opening = new BandPair(rows, 0);
    closing = new BandPair(rows, rows.length / 2);
  }

  @Override
  public void rest() {
    line = CacheLine.first(block);
    opening.rest();
    closing.rest();
  }

  /// The first section lets nothing of a constant through.
  @Override
  public void settle(LaneRows rows) {
    line = CacheLine.first(block);
    opening.settle(rows);
    closing.rest();
  }

  @Override
  public void runBlock(LaneRows from, LaneRows to, int count, boolean backward) {
    int first = backward ? count - 1 : 0;
    int step = backward ? -ROW : ROW;
    int at = line + first * ROW;
    opening.open(from.values(), from.at(first), block, at, count, step);
    closing.close(block, at, gain, to.values(), to.at(first), count, step);
  }
}
