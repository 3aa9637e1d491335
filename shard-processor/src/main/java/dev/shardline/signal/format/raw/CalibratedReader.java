package dev.shardline.signal.format.raw;

import dev.shardline.failure.MalformedDataException;
import dev.shardline.signal.Annotation;
import dev.shardline.signal.EncodedTraces;
import dev.shardline.signal.RecordingHeader;
import dev.shardline.signal.RecordingReader;
import java.io.IOException;
import java.nio.FloatBuffer;
import java.util.List;
import java.util.Objects;
import java.util.Optional;

/// Reads a recording through a file's stored numbers and a calibration for each signal channel.
public final class CalibratedReader implements RecordingReader {
  private final RecordingHeader header;
  private final RawSignal signal;
  private final List<? extends Calibration> calibrations;
  private final AnnotationSource annotations;

  /// @param calibrations one for each of the header's channels
  public CalibratedReader(
      RecordingHeader header,
      RawSignal signal,
      List<? extends Calibration> calibrations,
      AnnotationSource annotations) {
    this.header = header;
    this.signal = signal;
    this.calibrations = List.copyOf(calibrations);
    this.annotations = annotations;
    if (calibrations.size() != header.channels().size()) {
      throw new IllegalArgumentException(
          "%d calibrations for %d signal channels"
              .formatted(calibrations.size(), header.channels().size()));
    }
  }

  /// Where a reader's annotations come from.
  @FunctionalInterface
  public interface AnnotationSource {
    /// For formats without annotations.
    AnnotationSource NONE = List::of;

    /// As [RecordingReader#annotations()].
    List<Annotation> read() throws MalformedDataException, IOException;
  }

  /// Calibrates into rows of float32; stored values that are float32 already are only copied.
  private record FloatRows(List<? extends Calibration> calibrations, float[][] into, int at)
      implements RawSink {
    @Override
    public void accept(int row, int offset, double[] numbers, int count) {
      calibrations.get(row).apply(numbers, count, into[row], at + offset);
    }

    @Override
    public void accept(int row, int offset, FloatBuffer numbers) {
      if (calibrations.get(row).isIdentity()) {
        numbers.get(into[row], at + offset, numbers.remaining());
      } else {
        RawSink.super.accept(row, offset, numbers);
      }
    }
  }

  @Override
  public RecordingHeader header() {
    return header;
  }

  @Override
  public List<Annotation> annotations() throws MalformedDataException, IOException {
    return annotations.read();
  }

  @Override
  public Optional<EncodedTraces> inPlace() throws IOException {
    return calibrations.stream().allMatch(Calibration::isIdentity)
        ? signal.inPlace()
        : Optional.empty();
  }

  @Override
  public void read(long start, long stop, float[][] into, int at)
      throws MalformedDataException, IOException {
    requireRange(start, stop);
    for (int row = 0; row < calibrations.size(); row++) {
      Objects.checkFromIndexSize(at, (int) (stop - start), into[row].length);
    }
    signal.read(start, stop, new FloatRows(calibrations, into, at));
  }

  @Override
  public void read(long start, long stop, double[][] into, int at)
      throws MalformedDataException, IOException {
    requireRange(start, stop);
    for (int row = 0; row < calibrations.size(); row++) {
      Objects.checkFromIndexSize(at, (int) (stop - start), into[row].length);
    }
    signal.read(
        start,
        stop,
        (row, offset, numbers, count) ->
            calibrations.get(row).apply(numbers, count, into[row], at + offset));
  }

  private void requireRange(long start, long stop) {
    Objects.checkFromToIndex(start, stop, header.timePoints());
    if (stop - start > Integer.MAX_VALUE) {
      throw new IndexOutOfBoundsException(
          "%d time points at once; an array holds at most %d"
              .formatted(stop - start, Integer.MAX_VALUE));
    }
  }
}
