package dev.shardline.signal.lanes;

import dev.shardline.signal.Traces;
import dev.shardline.signal.resample.Background;
import dev.shardline.signal.resample.PolyphaseFilter;
import dev.shardline.signal.resample.RateRatio;
import org.jspecify.annotations.Nullable;

/// Resamples sixteen signals at a time by a rational factor, in float32. Agrees with
/// [dev.shardline.signal.resample.PolyphaseResampler] to float32's precision; a value that is no
/// number also spreads to the neighbours of the outputs that rest on it.
///
/// Not safe for concurrent use: it keeps scratch space.
public final class LaneResampler {
  private static final int ROW = Lanes.COUNT;
  private static final int SUMS = WeightedRows.SUMS;

  /// Output rows computed at a time, at least: enough to gather few rows twice. Whole groups of
  /// those that are summed together.
  private static final int OUTPUTS = 256;

  private final RateRatio ratio;
  private final Background background;
  private final PolyphaseFilter filter;

  /// For a first output of each phase, the weights of the four sums; made when they are needed.
  private final float[] @Nullable [] weights;

  private final int chunk;
  private final float[] rows;
  private final float[] filtered;

  public LaneResampler(RateRatio ratio, Background background) {
    this.ratio = ratio;
    this.background = background;
    filter = new PolyphaseFilter(ratio);
    weights = new float[ratio.up()][];
    chunk = OUTPUTS * Math.max(1, ratio.up() / ratio.down());
    rows = new float[Math.toIntExact((inputs(chunk) + 2L * ROW) * ROW)];
    filtered = new float[chunk * ROW];
  }

  /// At least the inputs that any `outputs` neighbouring outputs rest on.
  private long inputs(int outputs) {
    return filter.first(outputs) - filter.first(0) + filter.taps(0).length;
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
      float[] to = count % SUMS == 0 ? output.rows(m, count) : null;
      if (to == null) {
        resample(input, margin, m, Math.ceilDiv(count, SUMS) * SUMS, filtered, 0);
        output.scatter(filtered, 0, m, count);
      } else {
        resample(input, margin, m, count, to, m);
      }
    }
  }

  /// Computes `count` output rows from row `m` on, whole groups, into `to`, from row `at` on.
  private void resample(
      LaneTile input, LaneBackground margin, int m, int count, float[] to, int at) {
    int start = (int) filter.first(m);
    int last = m + count - 1;
    int needed = (int) (filter.first(last) - start) + filter.taps(last).length;
    float[] from = background == Background.ZERO ? input.rows(start, needed) : null;
    if (from != null) {
      filterRows(from, 0, m, count, to, at);
      return;
    }
    input.gather(start, needed, rows);
    margin.apply(rows, start, needed);
    filterRows(rows, start, m, count, to, at);
    margin.restore(to, at, count);
  }

  /// Computes rows from row `m` on; the first of `from` is time point `start`.
  private void filterRows(float[] from, int start, int m, int count, float[] to, int at) {
    for (int i = 0; i < count; i += SUMS) {
      int first = (int) filter.first(m + i) - start;
      WeightedRows.sum(from, first * ROW, weights(m + i), to, (at + i) * ROW);
    }
  }

  /// The weights of the four outputs from `m` on, on the inputs from the first of `m` on.
  private float[] weights(int m) {
    int phase = m % weights.length;
    float[] made = weights[phase];
    if (made == null) {
      made = interleaved(phase);
      weights[phase] = made;
    }
    return made;
  }

  private float[] interleaved(int m) {
    int last = m + SUMS - 1;
    int span = (int) (filter.first(last) - filter.first(m)) + filter.taps(last).length;
    float[] interleaved = new float[span * SUMS];
    for (int sum = 0; sum < SUMS; sum++) {
      double[] taps = filter.taps(m + sum);
      int ahead = (int) (filter.first(m + sum) - filter.first(m));
      for (int k = 0; k < taps.length; k++) {
        interleaved[(ahead + k) * SUMS + sum] = (float) taps[k];
      }
    }
    return interleaved;
  }
}
