package dev.shardline.signal.format.wfdb;

import dev.shardline.failure.MalformedDataException;
import dev.shardline.signal.format.raw.RawSignal;
import dev.shardline.signal.format.raw.RawSink;
import java.io.IOException;
import java.util.List;

/// Reads signals with several numbers per frame at the frame rate: the mean of each frame, cut to a
/// whole number, as wfdb-python reads them by default. The mean of a frame with an invalid number
/// is NaN.
final class FrameAverages implements RawSignal {
  private static final int STRETCH_NUMBERS = 8192;

  private final List<Part> parts;

  FrameAverages(List<Part> parts) {
    this.parts = List.copyOf(parts);
  }

  /// @param signals of equally many numbers per frame
  /// @param rows where each of them goes
  @SuppressWarnings("ArrayRecordComponent") // identity is never asked of it
  record Part(RawSignal signals, int valuesPerFrame, int[] rows) {}

  @Override
  public void read(long start, long stop, RawSink sink) throws MalformedDataException, IOException {
    for (Part part : parts) {
      read(part, start, stop, sink);
    }
  }

  private static void read(Part part, long start, long stop, RawSink sink)
      throws MalformedDataException, IOException {
    int values = part.valuesPerFrame;
    int stretch = Math.max(1, STRETCH_NUMBERS / values);
    double[][] stored = new double[part.rows.length][stretch * values];
    double[] means = new double[stretch];
    for (long frame = start; frame < stop; frame += stretch) {
      int count = (int) Math.min(stretch, stop - frame);
      part.signals.read(
          frame * values,
          (frame + count) * values,
          (row, at, numbers, length) -> System.arraycopy(numbers, 0, stored[row], at, length));
      for (int row = 0; row < stored.length; row++) {
        for (int i = 0; i < count; i++) {
          means[i] = mean(stored[row], i * values, values);
        }
        sink.accept(part.rows[row], (int) (frame - start), means, count);
      }
    }
  }

  private static double mean(double[] numbers, int index, int count) {
    double sum = 0;
    for (int i = 0; i < count; i++) {
      sum += numbers[index + i];
    }
    double mean = sum / count;
    return mean < 0 ? Math.ceil(mean) : Math.floor(mean);
  }
}
