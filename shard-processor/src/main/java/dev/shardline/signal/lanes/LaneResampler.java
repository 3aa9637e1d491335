package dev.shardline.signal.lanes;

import dev.shardline.signal.Traces;
import dev.shardline.signal.resample.Background;
import dev.shardline.signal.resample.PolyphaseFilter;
import dev.shardline.signal.resample.RateRatio;

/// Resamples sixteen signals at a time by a rational factor, in float32. Agrees with
/// [dev.shardline.signal.resample.PolyphaseResampler] to float32's precision.
///
/// Not safe for concurrent use: it keeps scratch space.
public final class LaneResampler {
  private static final int ROW = Lanes.COUNT;

  /// Output rows computed at a time, at least: enough to gather few rows twice.
  private static final int OUTPUTS = 256;

  private final RateRatio ratio;
  private final Background background;
  private final PolyphaseFilter filter;
  private final float[][] taps;
  private final int[] first;
  private final int chunk;
  private final float[] rows;
  private final float[] filtered;

  public LaneResampler(RateRatio ratio, Background background) {
    this.ratio = ratio;
    this.background = background;
    filter = new PolyphaseFilter(ratio);
    taps = new float[ratio.up()][];
    first = new int[ratio.up()];
    for (int phase = 0; phase < taps.length; phase++) {
      taps[phase] = narrowed(filter.taps(phase));
      first[phase] = Math.toIntExact(filter.first(phase));
    }
    chunk = OUTPUTS * Math.max(1, ratio.up() / ratio.down());
    long needed = filter.first(chunk) - filter.first(0) + taps[0].length + 2L * ROW;
    rows = new float[Math.toIntExact(needed * ROW)];
    filtered = new float[(chunk + ROW) * ROW];
  }

  private static float[] narrowed(double[] values) {
    float[] narrowed = new float[values.length];
    for (int i = 0; i < narrowed.length; i++) {
      narrowed[i] = (float) values[i];
    }
    return narrowed;
  }

  /// Float32 traces at the new rate, [RateRatio#outputLength(int)] time points long.
  public Traces resample(Traces traces) {
    return traces.timePoints() == 0 || ratio.up() == ratio.down()
        ? traces
        : ((LaneKernel) this::resample).over(traces, ratio.outputLength(traces.timePoints()));
  }

  /// The same for `[signal channel][time point]`; new arrays.
  public float[][] resample(float[][] signals) {
    return signals.length == 0 || signals[0].length == 0 || ratio.up() == ratio.down()
        ? signals.clone()
        : ((LaneKernel) this::resample).over(signals, ratio.outputLength(signals[0].length));
  }

  private void resample(LaneTile input, LaneTile output) {
    LaneBackground margin = new LaneBackground(background, input);
    for (int m = 0; m < output.timePoints(); m += chunk) {
      int count = Math.min(chunk, output.timePoints() - m);
      float[] to = output.rows(m, count);
      if (to == null) {
        resample(input, margin, m, count, filtered, 0);
        output.scatter(filtered, 0, m, count);
      } else {
        resample(input, margin, m, count, to, m);
      }
    }
  }

  /// Computes `count` output rows from row `m` on into `to`, from row `at` on.
  private void resample(
      LaneTile input, LaneBackground margin, int m, int count, float[] to, int at) {
    int start = (int) filter.first(m);
    int last = m + count - 1;
    int needed = (int) (filter.first(last) - start) + taps[last % taps.length].length;
    float[] from = background == Background.ZERO ? input.rows(start, needed) : null;
    if (from != null) {
      filterRows(from, start, m % taps.length, count, to, at);
      return;
    }
    input.gather(start, needed, rows);
    margin.apply(rows, start, needed);
    filterRows(rows, 0, m % taps.length, count, to, at);
    margin.restore(to, at, count);
  }

  /// Computes rows whose inputs begin with row `start`; the phases take turns.
  private void filterRows(float[] from, int start, int firstPhase, int count, float[] to, int at) {
    int phase = firstPhase;
    int turn = start - first[phase];
    for (int i = at; i < at + count; i++) {
      filterRow(from, (turn + first[phase]) * ROW, taps[phase], to, i * ROW);
      phase++;
      if (phase == taps.length) {
        phase = 0;
        turn += ratio.down();
      }
    }
  }

  private static void filterRow(float[] rows, int from, float[] taps, float[] output, int at) {
    if (Lanes.LENGTH == ROW) {
      WeightedRows.one(rows, from, taps, output, at);
      return;
    }
    for (int lane = 0; lane < ROW; lane += 2 * Lanes.LENGTH) {
      WeightedRows.two(rows, from + lane, taps, output, at + lane);
    }
  }
}
