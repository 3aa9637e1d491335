package dev.shardline.signal.lanes;

import dev.shardline.signal.filter.SecondOrderSections;
import java.util.Arrays;

/// A cascade of any sections: one after the other over a block of rows.
final class SectionCascade implements LaneCascade {
  private static final int ROW = Lanes.COUNT;

  private final OpeningSection opening;
  private final LaneSection[] following;
  private final double[] steadyState;
  private final double[] state;
  private final double[] block = new double[BLOCK * ROW];

  SectionCascade(SecondOrderSections design) {
    double[] coefficients = design.coefficients();
    opening = new OpeningSection(coefficients, 0);
    following = new LaneSection[design.count() - 1];
    for (int s = 0; s < following.length; s++) {
      following[s] = LaneSection.of(coefficients, (s + 1) * 6);
    }
    steadyState = design.steadyState();
    state = new double[design.count() * 2 * ROW];
  }

  @Override
  public void rest() {
    Arrays.fill(state, 0);
  }

  @Override
  public void settle(LaneRows rows) {
    for (int i = 0; i < steadyState.length; i++) {
      for (int lane = 0; lane < ROW; lane++) {
        state[i * ROW + lane] = steadyState[i] * rows.values()[rows.first() + lane];
      }
    }
  }

  @Override
  public void runBlock(LaneRows from, LaneRows to, int count, boolean backward) {
    int first = backward ? (count - 1) * ROW : 0;
    int step = backward ? -ROW : ROW;
    opening.run(from.values(), from.first(), block, first, count, step, state);
    for (int s = 0; s < following.length; s++) {
      following[s].run(block, first, count, step, state, 2 * (s + 1) * ROW);
    }
    narrow(block, to.values(), to.first(), count * ROW);
  }

  private static void narrow(double[] block, float[] to, int at, int count) {
    for (int i = 0; i < count; i++) {
      to[at + i] = (float) block[i];
    }
  }
}
