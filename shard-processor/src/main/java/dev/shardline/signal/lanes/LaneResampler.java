package dev.shardline.signal.lanes;

import dev.shardline.signal.LaneRoom;
import dev.shardline.signal.Traces;
import dev.shardline.signal.resample.Background;
import dev.shardline.signal.resample.PolyphaseFilter;
import dev.shardline.signal.resample.RateRatio;
import java.util.stream.IntStream;
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

  /// The inputs that the four sums rest on, for the phase with the most of them.
  private final int span;

  private final int chunk;
  private final LaneRoom rows;
  private final LaneRoom filtered;

  public LaneResampler(RateRatio ratio, Background background) {
    this.ratio = ratio;
    this.background = background;
    filter = new PolyphaseFilter(ratio);
    weights = new float[ratio.up()][];
    span = IntStream.range(0, ratio.up()).map(this::inputs).max().orElseThrow();
    chunk = OUTPUTS * Math.max(1, ratio.up() / ratio.down());
    rows = new LaneRoom(Math.toIntExact((filter.first(chunk) - filter.first(0) + span) * ROW));
    filtered = new LaneRoom(chunk * ROW);
  }

  /// The inputs that the four outputs from `m` on rest on.
  private int inputs(int m) {
    int last = m + SUMS - 1;
    return (int) (filter.first(last) - filter.first(m)) + filter.taps(last).length;
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
    rows.settle();
    filtered.settle();
    for (int m = 0; m < output.timePoints(); m += chunk) {
      int count = Math.min(chunk, output.timePoints() - m);
      LaneRows to = count % SUMS == 0 ? output.rows(m, count) : null;
      if (to == null) {
        LaneRows own = LaneRows.of(filtered);
        resample(input, margin, m, Math.ceilDiv(count, SUMS) * SUMS, own);
        output.scatter(own, m, count);
      } else {
        resample(input, margin, m, count, to);
      }
    }
  }

  /// Computes `count` output rows from row `m` on, whole groups.
  private void resample(LaneTile input, LaneBackground margin, int m, int count, LaneRows to) {
    int start = (int) filter.first(m);
    int needed = (int) (filter.first(m + count - SUMS) - start) + span;
    LaneRows lying = background == Background.ZERO ? input.rows(start, needed) : null;
    if (lying != null) {
      filterRows(lying, start, m, count, to);
      return;
    }
    LaneRows from = LaneRows.of(rows);
    input.gather(start, needed, from);
    margin.apply(from, start, needed);
    filterRows(from, start, m, count, to);
    margin.restore(to, count);
  }

  /// Computes rows from row `m` on; the first of `from` is time point `start`.
  private void filterRows(LaneRows from, int start, int m, int count, LaneRows to) {
    int i = 0;
    for (; i + 2 * SUMS <= count; i += 2 * SUMS) {
      int first = from.at((int) filter.first(m + i) - start);
      int next = from.at((int) filter.first(m + i + SUMS) - start);
      float[] weights = weights(m + i);
      float[] nextWeights = weights(m + i + SUMS);
      WeightedRows.sumBoth(from.values(), first, weights, next, nextWeights, to.values(), to.at(i));
    }
    for (; i < count; i += SUMS) {
      int first = from.at((int) filter.first(m + i) - start);
      WeightedRows.sum(from.values(), first, weights(m + i), to.values(), to.at(i));
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
