package dev.shardline.signal.lanes;

import dev.shardline.signal.EncodedTraces;
import dev.shardline.signal.LaneRoom;
import dev.shardline.signal.StoredTraces;
import dev.shardline.signal.spectrum.Average;
import dev.shardline.signal.spectrum.Segments;
import dev.shardline.signal.spectrum.Sides;
import dev.shardline.signal.spectrum.Trend;
import dev.shardline.signal.spectrum.WelchSettings;

/// Welch's estimate in float32 for many signal channels at once, within 1e-4 of
/// [dev.shardline.signal.spectrum.Welch].
///
/// Sixteen lanes hold signal channels; where fewer are left, each is cut into stretches of whole
/// segments that take a lane each, and the stretches' sums are added in order. How a recording is
/// spread over the lanes depends on its shape alone. A processor with shorter vectors works on the
/// lanes of one vector from beginning to end, so that its values stay in a near cache. Two segments
/// that follow one another share a transform.
///
/// Not safe for concurrent use: it keeps scratch space.
public final class LaneWelch {
  private static final int ROW = Lanes.COUNT;
  private static final int VECTOR = Lanes.LENGTH;

  /// Segments for which rows are gathered at a time; an even number.
  private static final int GROUP = 4;

  private final Segments segments;
  private final boolean centred;
  private final double factor;
  private final int bins;
  private final double[] frequencies;
  private final LaneMean mean = new LaneMean();
  private final LaneSegment segment;
  private final LanePower power;
  private final LaneRoom rows;
  private final float[] means = new float[4 * VECTOR];
  private final double[] totals;
  private final int[] channel = new int[ROW];
  private final int[] at = new int[ROW];
  private final int[] end = new int[ROW];
  private LaneSource source = LaneSource.of(new float[0][]);

  /// An estimator for signals at `samplingRate` Hz.
  ///
  /// @throws IllegalArgumentException if [#suits] says no
  public LaneWelch(WelchSettings settings, double samplingRate) {
    if (!suits(settings)) {
      throw new IllegalArgumentException("These settings need the estimator in double precision");
    }
    segments = settings.segments();
    centred = settings.trend() == Trend.CONSTANT;
    double[] window = settings.window().periodic(segments.length());
    factor = settings.scaling().factor(window, samplingRate);
    frequencies = settings.sides().frequencies(segments.fftLength(), samplingRate);
    bins = frequencies.length;
    segment = new LaneSegment(window, segments.fftLength());
    power = new LanePower(segment);
    rows = new LaneRoom((segments.length() + GROUP * segments.step()) * VECTOR);
    totals = new double[bins * ROW];
  }

  /// Whether settings can be met in lanes: mean average, one-sided, no linear trend, and a
  /// transform of an even length that has no prime factor above five.
  public static boolean suits(WelchSettings settings) {
    return settings.average() == Average.MEAN
        && settings.sides() == Sides.ONE_SIDED
        && settings.trend() != Trend.LINEAR
        && settings.segments().fftLength() % 2 == 0
        && LaneFourier.suits(settings.segments().fftLength());
  }

  /// The frequency of each bin in Hz; a copy.
  public double[] frequencies() {
    return frequencies.clone();
  }

  /// The power of each signal in each bin, `[signal channel][bin]`.
  ///
  /// @param signals equally long, `[signal channel][time point]`
  /// @throws IllegalArgumentException if the signals are shorter than a segment
  public float[][] estimate(float[][] signals) {
    int timePoints = signals.length == 0 ? 0 : signals[0].length;
    return estimate(LaneSource.of(signals), signals.length, timePoints);
  }

  /// The same for signals on disk, of which a few segments are read at a time; the same bits.
  public float[][] estimate(StoredTraces signals) {
    return estimate(LaneSource.of(signals), signals.channels(), signals.timePoints());
  }

  /// The same for signals in their file's bytes; the same bits.
  public float[][] estimate(EncodedTraces signals) {
    return estimate(LaneSource.of(signals), signals.channels(), signals.timePoints());
  }

  private float[][] estimate(LaneSource signals, int total, int timePoints) {
    float[][] estimates = new float[total][bins];
    if (total == 0) {
      return estimates;
    }
    int count = segments.count(timePoints);
    if (count == 0) {
      throw new IllegalArgumentException(
          "Signals of %d time points have no segment of %d"
              .formatted(timePoints, segments.length()));
    }
    source = signals;
    for (int first = 0; first < total; first += ROW) {
      int channels = Math.min(ROW, total - first);
      estimate(timePoints, first, channels, count, estimates);
    }
    return estimates;
  }

  /// Estimates up to sixteen channels. Without a long loop of its own, or it would be compiled with
  /// all it calls in one piece, and beyond a size the compiler makes objects of vectors.
  private void estimate(int timePoints, int first, int channels, int count, float[][] estimates) {
    int stretches = Math.min(ROW / channels, count);
    spread(timePoints, first, channels, count, stretches);
    for (int lane = 0; lane < stretches * channels; lane += VECTOR) {
      addSegments(lane, count / stretches, count % stretches * channels - lane);
      power.store(totals, lane, ROW);
    }
    for (int channel = 0; channel < channels; channel++) {
      average(channel, channels, stretches, count, estimates[first + channel]);
    }
  }

  /// Adds up the stretches of one of so many channels.
  private void average(int channel, int channels, int stretches, int count, float[] estimate) {
    for (int bin = 0; bin < bins; bin++) {
      double sum = 0;
      for (int stretch = 0; stretch < stretches; stretch++) {
        sum += totals[bin * ROW + stretch * channels + channel];
      }
      estimate[bin] = (float) (sum * factor / count);
    }
  }

  /// Gives each lane its channel and stretch. The first stretches have one segment more where the
  /// segments do not divide evenly; lanes beyond the last stretch are empty.
  private void spread(int timePoints, int first, int channels, int count, int stretches) {
    for (int lane = 0; lane < ROW; lane++) {
      int stretch = lane / channels;
      int before = Math.min(stretch, count % stretches);
      int from = stretch * (count / stretches) + before;
      channel[lane] = first + lane % channels;
      at[lane] = Math.min(from, count) * segments.step();
      end[lane] = stretch < stretches ? timePoints : at[lane];
    }
  }

  /// Adds up the power of the lanes of one vector, from lane `first` on: of `whole` segments, and
  /// of one more in its first `lanes`, if there are any.
  private void addSegments(int first, int whole, int lanes) {
    power.clear();
    rows.settle();
    int overlap = segments.overlap();
    int steps = lanes > 0 ? whole + 1 : whole;
    int filled = 0;
    for (int s = 0; s < steps; s += GROUP) {
      int group = Math.min(GROUP, steps - s);
      int needed = overlap + group * segments.step();
      gather(first, needed - filled, filled);
      for (int i = 0; i < group; i += 2) {
        addPair(i * segments.step(), whole - s - i, lanes);
      }
      shift(group * segments.step(), overlap);
      filled = overlap;
    }
  }

  /// Moves rows to the begin.
  private void shift(int row, int count) {
    float[] values = rows.values();
    System.arraycopy(values, rows.first() + row * VECTOR, values, rows.first(), count * VECTOR);
  }

  /// Lays the next `columns` time points of each of the vector's lanes behind the `filled` rows.
  private void gather(int first, int columns, int filled) {
    int to = rows.first() + filled * VECTOR;
    source.gather(channel, at, end, first, columns, rows.values(), to);
    for (int lane = first; lane < first + VECTOR; lane++) {
      at[lane] += columns;
    }
  }

  /// Adds the power of the segments at `row` and a step behind it: all lanes have the first `whole`
  /// of them, the first `lanes` have one more.
  private void addPair(int row, int whole, int lanes) {
    int step = segments.step();
    for (int part = 0; centred && part < 2; part++) {
      int from = rows.first() + (row + part * step) * VECTOR;
      mean.of(rows.values(), from, segments.length(), means, 2 * part * VECTOR);
    }
    segment.take(rows, row, row + step, means);
    if (whole < 2) {
      int rest = Math.clamp(lanes, 0, VECTOR);
      segment.clear(0, whole == 1 ? VECTOR : rest);
      segment.clear(1, whole == 1 ? rest : 0);
    }
    power.add();
  }
}
