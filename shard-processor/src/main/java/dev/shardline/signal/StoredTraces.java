package dev.shardline.signal;

import dev.shardline.scratch.ScratchFile;
import dev.shardline.scratch.ScratchSpace;
import java.util.Objects;
import java.util.function.IntFunction;
import java.util.function.UnaryOperator;
import java.util.stream.IntStream;

/// [Traces] in a scratch file, for recordings that memory does not hold: row after row, float32 or
/// float64. Every operation gives the values that the traces in memory would give, bit for bit; it
/// holds one row, or one block of columns, at a time.
///
/// They can be read until the scratch space is closed. Safe for many threads.
public final class StoredTraces implements Traces {
  /// Stands for a row of zeros.
  private static final long ZEROS = -1;

  /// Blocks of columns and groups of rows take about so much.
  private static final long BLOCK_BYTES = 4L << 20;

  /// Results with no longer rows than this are kept in memory: spectra, features.
  private static final int SHORT = 1 << 15;

  private final ScratchSpace space;
  private final ScratchFile file;
  private final long[] offsets;
  private final int timePoints;
  private final int bytesPerValue;

  private StoredTraces(
      ScratchSpace space, ScratchFile file, long[] offsets, int timePoints, int bytesPerValue) {
    this.space = space;
    this.file = file;
    this.offsets = offsets;
    this.timePoints = timePoints;
    this.bytesPerValue = bytesPerValue;
  }

  /// Traces to be filled, in a new file.
  ///
  /// @param bytesPerValue 4 or 8
  /// @throws dev.shardline.failure.RetryableException if the disk has no room for them
  public static StoredTraces begin(
      ScratchSpace space, int channels, int timePoints, int bytesPerValue) {
    long rowBytes = (long) timePoints * bytesPerValue;
    long[] offsets = IntStream.range(0, channels).mapToLong(row -> row * rowBytes).toArray();
    return new StoredTraces(
        space, space.file(channels * rowBytes), offsets, timePoints, bytesPerValue);
  }

  /// Puts the first `count` values into float32 traces' row, before anybody reads it.
  public void fill(int channel, int from, float[] values, int count) {
    Objects.checkFromIndexSize(from, count, timePoints);
    file.write(offsets[channel] + (long) from * Float.BYTES, values, count);
  }

  /// Puts the first `count` values into float64 traces' row, before anybody reads it.
  public void fill(int channel, int from, double[] values, int count) {
    Objects.checkFromIndexSize(from, count, timePoints);
    file.write(offsets[channel] + (long) from * Double.BYTES, values, count);
  }

  @Override
  public int channels() {
    return offsets.length;
  }

  @Override
  public int timePoints() {
    return timePoints;
  }

  @Override
  public int bytesPerValue() {
    return bytesPerValue;
  }

  @Override
  public long memoryBytes() {
    return 0;
  }

  @Override
  public double[] doubles(int channel) {
    return isFloat() ? widened(floats(channel, 0, timePoints)) : doubles(channel, 0, timePoints);
  }

  @Override
  public float[] floats(int channel) {
    return isFloat() ? floats(channel, 0, timePoints) : narrowed(doubles(channel, 0, timePoints));
  }

  private boolean isFloat() {
    return bytesPerValue == Float.BYTES;
  }

  /// The time points `start` (inclusive) to `stop` (exclusive) of one row of float32 traces.
  public float[] floats(int channel, int start, int stop) {
    float[] values = new float[stop - start];
    if (offsets[channel] != ZEROS) {
      file.read(offsets[channel] + (long) start * Float.BYTES, values);
    }
    return values;
  }

  private double[] doubles(int channel, int start, int stop) {
    double[] values = new double[stop - start];
    if (offsets[channel] != ZEROS) {
      file.read(offsets[channel] + (long) start * Double.BYTES, values);
    }
    return values;
  }

  private static double[] widened(float[] row) {
    double[] wide = new double[row.length];
    for (int i = 0; i < row.length; i++) {
      wide[i] = row[i];
    }
    return wide;
  }

  private static float[] narrowed(double[] row) {
    float[] narrow = new float[row.length];
    for (int i = 0; i < row.length; i++) {
      narrow[i] = (float) row[i];
    }
    return narrow;
  }

  @Override
  public StoredTraces rows(int... channels) {
    long[] picked =
        IntStream.of(channels).mapToLong(row -> row == NO_ROW ? ZEROS : offsets[row]).toArray();
    return new StoredTraces(space, file, picked, timePoints, bytesPerValue);
  }

  /// In memory.
  @Override
  public Traces columns(int start, int stop) {
    Objects.checkFromToIndex(start, stop, timePoints);
    IntStream rows = IntStream.range(0, offsets.length);
    return isFloat()
        ? new Float32Traces(rows.mapToObj(row -> floats(row, start, stop)).toArray(float[][]::new))
        : new Float64Traces(
            rows.mapToObj(row -> doubles(row, start, stop)).toArray(double[][]::new));
  }

  @Override
  public Traces withRows(double[][] rows) {
    return collected(rows.length, row -> rows[row]);
  }

  @Override
  public Traces mapRows(UnaryOperator<double[]> change) {
    return collected(offsets.length, row -> change.apply(doubles(row)));
  }

  private Traces collected(int count, IntFunction<double[]> rows) {
    if (count == 0) {
      return columns(0, 0);
    }
    double[] first = rows.apply(0);
    IntFunction<double[]> all = row -> row == 0 ? first : rows.apply(row);
    if (first.length <= SHORT) {
      double[][] collected = IntStream.range(0, count).mapToObj(all).toArray(double[][]::new);
      return columns(0, 0).withRows(collected);
    }
    StoredTraces target = begin(space, count, first.length, bytesPerValue);
    for (int row = 0; row < count; row++) {
      target.fill(row, 0, all.apply(row));
    }
    return target;
  }

  private void fill(int channel, int from, double[] values) {
    if (isFloat()) {
      fill(channel, from, narrowed(values), values.length);
    } else {
      fill(channel, from, values, values.length);
    }
  }

  @Override
  public Traces mapColumns(UnaryOperator<double[][]> change) {
    int step = (int) Math.max(1024, BLOCK_BYTES / Double.BYTES / Math.max(1, offsets.length));
    StoredTraces target = null;
    for (int start = 0; start < timePoints; start += step) {
      int stop = (int) Math.min((long) start + step, timePoints);
      Traces block = columns(start, stop);
      double[][] changed =
          change.apply(
              IntStream.range(0, offsets.length).mapToObj(block::doubles).toArray(double[][]::new));
      if (target == null) {
        target = begin(space, changed.length, timePoints, bytesPerValue);
      }
      for (int row = 0; row < changed.length; row++) {
        target.fill(row, start, changed[row]);
      }
    }
    return target == null ? this : target;
  }

  @Override
  public Traces mapFloats(UnaryOperator<float[][]> change) {
    int group = (int) Math.clamp(BLOCK_BYTES / Math.max(1, (long) timePoints * Float.BYTES), 1, 16);
    StoredTraces target = null;
    float[][] collected = new float[offsets.length][];
    for (int first = 0; first < offsets.length; first += group) {
      int last = Math.min(first + group, offsets.length);
      float[][] changed =
          change.apply(IntStream.range(first, last).mapToObj(this::floats).toArray(float[][]::new));
      if (target == null && changed[0].length > SHORT) {
        target = begin(space, offsets.length, changed[0].length, Float.BYTES);
      }
      for (int row = first; row < last; row++) {
        if (target == null) {
          collected[row] = changed[row - first];
        } else {
          target.fill(row, 0, changed[row - first], changed[row - first].length);
        }
      }
    }
    return target == null ? new Float32Traces(collected) : target;
  }
}
