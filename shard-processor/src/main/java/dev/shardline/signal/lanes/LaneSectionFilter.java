package dev.shardline.signal.lanes;

import dev.shardline.signal.filter.SecondOrderSections;
import java.util.Arrays;

/// Runs sixteen signals at a time through second-order sections: float32 in and out, the filter's
/// state and all arithmetic in double. Agrees with [dev.shardline.signal.filter.SectionFilter] to
/// float32's precision.
///
/// Not safe for concurrent use: it keeps scratch space.
public final class LaneSectionFilter {
  private static final int ROW = Lanes.COUNT;

  /// Rows filtered at a time, few enough for their doubles to stay in the nearest cache.
  private static final int BLOCK = 96;

  private final LaneSection[] sections;
  private final double[] steadyState;
  private final int padding;
  private final double[] state;
  private final double[] block = new double[BLOCK * ROW];
  private final float[] rows = new float[BLOCK * ROW];

  public LaneSectionFilter(SecondOrderSections design) {
    double[] coefficients = design.coefficients();
    sections = new LaneSection[design.count()];
    for (int s = 0; s < sections.length; s++) {
      sections[s] = new LaneSection(coefficients, s * 6);
    }
    steadyState = design.steadyState();
    padding = design.defaultPadding();
    state = new double[sections.length * 2 * ROW];
  }

  /// The causal output from rest, `[signal channel][time point]`; new arrays.
  public float[][] causal(float[][] signals) {
    float[][] filtered = new float[signals.length][];
    for (int first = 0; first < signals.length; first += ROW) {
      LaneTile input = LaneTile.of(signals, first);
      LaneTile output = input.renewed(filtered, first, input.timePoints());
      Arrays.fill(state, 0);
      for (int start = 0; start < input.timePoints(); start += BLOCK) {
        int count = Math.min(BLOCK, input.timePoints() - start);
        input.gather(start, count, rows);
        filter(rows, 0, rows, 0, count, false);
        output.scatter(rows, 0, start, count);
      }
    }
    return filtered;
  }

  /// Forward, then backward, the ends extended as SciPy's `sosfiltfilt` does; new arrays.
  ///
  /// @throws IllegalArgumentException if the signals are not longer than the extension
  public float[][] zeroPhase(float[][] signals) {
    int timePoints = signals.length == 0 ? 0 : signals[0].length;
    if (signals.length > 0 && timePoints <= padding) {
      throw new IllegalArgumentException(
          "Signals of %d time points are too short to be extended by %d at each end"
              .formatted(timePoints, padding));
    }
    float[][] filtered = new float[signals.length][];
    int widest = Math.min(ROW, signals.length);
    float[] forward = new float[Math.multiplyExact(timePoints + padding, widest)];
    for (int first = 0; first < signals.length; first += ROW) {
      LaneTile input = LaneTile.of(signals, first);
      forward(input, forward);
      backward(forward, input.renewed(filtered, first, timePoints));
    }
    return filtered;
  }

  /// Filters the extension before the signals, the signals and the extension after them. What comes
  /// of the first is not kept.
  private void forward(LaneTile input, float[] forward) {
    int timePoints = input.timePoints();
    float[] before = extension(input, 0, 1);
    float[] after = extension(input, timePoints - 1, -1);
    settle(before, padding - 1);
    for (int i = padding; i > 0; i--) {
      filter(before, i - 1, before, i - 1, 1, false);
    }
    for (int start = 0; start < timePoints; start += BLOCK) {
      int count = Math.min(BLOCK, timePoints - start);
      input.gather(start, count, rows);
      filter(rows, 0, rows, 0, count, false);
      keep(count, forward, start, input.lanes());
    }
    for (int i = 0; i < padding; i++) {
      filter(after, i, rows, 0, 1, false);
      keep(1, forward, timePoints + i, input.lanes());
    }
  }

  /// Puts rows aside, without the lanes that hold no signal.
  private void keep(int count, float[] kept, int at, int lanes) {
    if (lanes == ROW) {
      System.arraycopy(rows, 0, kept, at * ROW, count * ROW);
      return;
    }
    for (int i = 0; i < count; i++) {
      for (int lane = 0; lane < lanes; lane++) {
        kept[(at + i) * lanes + lane] = rows[i * ROW + lane];
      }
    }
  }

  /// Takes rows that [#keep] put aside.
  private void restore(float[] kept, int from, int count, int lanes) {
    if (lanes == ROW) {
      System.arraycopy(kept, from * ROW, rows, 0, count * ROW);
      return;
    }
    for (int i = 0; i < count; i++) {
      for (int lane = 0; lane < lanes; lane++) {
        rows[i * ROW + lane] = kept[(from + i) * lanes + lane];
      }
    }
  }

  private void backward(float[] forward, LaneTile output) {
    int end = output.timePoints() + padding;
    int lanes = output.lanes();
    restore(forward, end - 1, 1, lanes);
    settle(rows, 0);
    for (int i = end; i > output.timePoints(); i--) {
      restore(forward, i - 1, 1, lanes);
      filter(rows, 0, rows, 0, 1, true);
    }
    for (int stop = output.timePoints(); stop > 0; stop -= BLOCK) {
      int start = Math.max(stop - BLOCK, 0);
      restore(forward, start, stop - start, lanes);
      filter(rows, 0, rows, 0, stop - start, true);
      output.scatter(rows, 0, start, stop - start);
    }
  }

  /// The signals turned about an end point: row `i` lies `i + 1` time points outside.
  private float[] extension(LaneTile input, int end, int inward) {
    float[] extension = new float[padding * ROW];
    for (int lane = 0; lane < input.lanes(); lane++) {
      float[] signal = input.signal(lane);
      for (int i = 0; i < padding; i++) {
        extension[i * ROW + lane] = 2 * signal[end] - signal[end + inward * (i + 1)];
      }
    }
    return extension;
  }

  /// Takes the state in which the values of a row, held for ever, pass unchanged.
  private void settle(float[] values, int row) {
    for (int i = 0; i < steadyState.length; i++) {
      for (int lane = 0; lane < ROW; lane++) {
        state[i * ROW + lane] = steadyState[i] * values[row * ROW + lane];
      }
    }
  }

  /// Filters `count` rows from row `start` of `from` into `to`, from row `at` on.
  private void filter(float[] from, int start, float[] to, int at, int count, boolean backward) {
    widen(from, start * ROW, block, count * ROW);
    int first = backward ? (count - 1) * ROW : 0;
    for (int s = 0; s < sections.length; s++) {
      sections[s].run(block, first, count, backward ? -ROW : ROW, state, 2 * s * ROW);
    }
    narrow(block, to, at * ROW, count * ROW);
  }

  private static void widen(float[] from, int at, double[] block, int count) {
    for (int i = 0; i < count; i++) {
      block[i] = from[at + i];
    }
  }

  private static void narrow(double[] block, float[] to, int at, int count) {
    for (int i = 0; i < count; i++) {
      to[at + i] = (float) block[i];
    }
  }
}
