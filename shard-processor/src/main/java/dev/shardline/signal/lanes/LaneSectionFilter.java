package dev.shardline.signal.lanes;

import dev.shardline.signal.LaneBlock;
import dev.shardline.signal.LaneRoom;
import dev.shardline.signal.Traces;
import dev.shardline.signal.filter.SecondOrderSections;

/// Runs sixteen signals at a time through second-order sections: float32 in and out, the filter's
/// state and all arithmetic in double. Agrees with [dev.shardline.signal.filter.SectionFilter] to
/// float32's precision.
///
/// Not safe for concurrent use: it keeps scratch space.
public final class LaneSectionFilter {
  private static final int ROW = Lanes.COUNT;

  /// Rows gathered at a time: a page of memory of each signal, since fewer are read more slowly.
  private static final int GATHERED = 1024;

  private final LaneCascade cascade;
  private final int padding;
  private final LaneRoom rows = new LaneRoom(GATHERED * ROW);
  private final LaneRows ends;

  public LaneSectionFilter(SecondOrderSections design) {
    cascade = LaneCascade.of(design);
    padding = design.defaultPadding();
    ends = LaneRows.of(new float[(padding + 1) * ROW]);
  }

  /// The causal output from rest of float32 traces.
  public Traces causal(Traces traces) {
    return ((LaneKernel) this::causal).over(traces, traces.timePoints());
  }

  /// The causal output from rest, `[signal channel][time point]`; new arrays.
  public float[][] causal(float[][] signals) {
    return ((LaneKernel) this::causal).over(signals, timePoints(signals));
  }

  private void causal(LaneTile input, LaneTile output) {
    cascade.rest();
    rows.settle();
    for (int start = 0; start < input.timePoints(); start += GATHERED) {
      filter(input, output, start, Math.min(GATHERED, input.timePoints() - start), false);
    }
  }

  /// Float32 traces forward, then backward, the ends extended as SciPy's `sosfiltfilt` does.
  ///
  /// @throws IllegalArgumentException if the signals are not longer than the extension
  public Traces zeroPhase(Traces traces) {
    requireLength(traces.channels(), traces.timePoints());
    return ((LaneKernel) this::zeroPhase).over(traces, traces.timePoints());
  }

  /// The same for `[signal channel][time point]`; new arrays.
  ///
  /// @throws IllegalArgumentException if the signals are not longer than the extension
  public float[][] zeroPhase(float[][] signals) {
    requireLength(signals.length, timePoints(signals));
    return ((LaneKernel) this::zeroPhase).over(signals, timePoints(signals));
  }

  private static int timePoints(float[][] signals) {
    return signals.length == 0 ? 0 : signals[0].length;
  }

  private void requireLength(int channels, int timePoints) {
    if (channels > 0 && timePoints <= padding) {
      throw new IllegalArgumentException(
          "Signals of %d time points are too short to be extended by %d at each end"
              .formatted(timePoints, padding));
    }
  }

  /// What comes of the way forward is kept where it ends up, if values lie side by side there.
  private void zeroPhase(LaneTile input, LaneTile output) {
    LaneTile kept =
        output instanceof LaneTile.Packed
            ? output
            : LaneTile.of(LaneBlock.ofSize(output.lanes(), output.timePoints()));
    rows.settle();
    LaneRows after = forward(input, kept);
    backward(kept, after, output);
  }

  /// Filters the extension before the signals, the signals and the extension after them. What comes
  /// of the first is not kept, that of the last is returned.
  private LaneRows forward(LaneTile input, LaneTile kept) {
    int timePoints = input.timePoints();
    input.gather(0, padding + 1, ends);
    LaneRows before = extension(0, 1);
    input.gather(timePoints - padding - 1, padding + 1, ends);
    LaneRows after = extension(padding, -1);
    cascade.settle(before.from(padding - 1));
    for (int i = padding; i > 0; i--) {
      cascade.run(before.from(i - 1), before.from(i - 1), 1, false);
    }
    for (int start = 0; start < timePoints; start += GATHERED) {
      filter(input, kept, start, Math.min(GATHERED, timePoints - start), false);
    }
    for (int i = 0; i < padding; i++) {
      cascade.run(after.from(i), after.from(i), 1, false);
    }
    return after;
  }

  private void backward(LaneTile kept, LaneRows after, LaneTile output) {
    cascade.settle(after.from(padding - 1));
    for (int i = padding; i > 0; i--) {
      cascade.run(after.from(i - 1), LaneRows.of(rows), 1, true);
    }
    for (int stop = output.timePoints(); stop > 0; stop -= GATHERED) {
      int start = Math.max(stop - GATHERED, 0);
      filter(kept, output, start, stop - start, true);
    }
  }

  /// The signals turned about an end point, which lies in row `end` of the gathered ones: row `i`
  /// lies `i + 1` time points outside.
  private LaneRows extension(int end, int inward) {
    LaneRows extension = LaneRows.of(new float[padding * ROW]);
    float[] values = ends.values();
    for (int i = 0; i < padding; i++) {
      for (int lane = 0; lane < ROW; lane++) {
        extension.values()[extension.at(i) + lane] =
            2 * values[ends.at(end) + lane] - values[ends.at(end + inward * (i + 1)) + lane];
      }
    }
    return extension;
  }

  /// Filters `count` time points from `start` on, where they lie if that is in rows.
  private void filter(LaneTile input, LaneTile output, int start, int count, boolean backward) {
    LaneRows own = LaneRows.of(rows);
    LaneRows from = input.rows(start, count);
    LaneRows to = output.rows(start, count);
    if (from == null) {
      input.gather(start, count, own);
    }
    cascade.run(from == null ? own : from, to == null ? own : to, count, backward);
    if (to == null) {
      output.scatter(own, start, count);
    }
  }
}
