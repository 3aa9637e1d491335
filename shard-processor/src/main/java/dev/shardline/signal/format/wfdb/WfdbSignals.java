package dev.shardline.signal.format.wfdb;

import dev.shardline.failure.MalformedDataException;
import dev.shardline.signal.format.ByteSource;
import dev.shardline.signal.format.raw.RawSignal;
import dev.shardline.signal.format.raw.RawSink;
import java.io.IOException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.function.Function;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/// Reads numbers of a single-segment record: of signals with equally many values per frame, each
/// shifted by its skew.
final class WfdbSignals implements RawSignal {
  private final List<Track> tracks = new ArrayList<>();
  private final long frames;
  private final int valuesPerFrame;

  /// @param signals all signals of the header
  /// @param selected which of them to read; row i is the i-th of these
  /// @param sources gives a group's file
  /// @param frames in every file
  /// @param checked whether to compare checksums
  WfdbSignals(
      List<WfdbSignal> signals,
      List<Integer> selected,
      List<DatGroup> groups,
      Function<DatGroup, ByteSource> sources,
      long frames,
      boolean checked) {
    this.frames = frames;
    this.valuesPerFrame = signals.get(selected.getFirst()).valuesPerFrame();
    for (DatGroup group : groups) {
      int[] skews =
          group.signals().stream()
              .filter(selected::contains)
              .mapToInt(i -> signals.get(i).skew())
              .distinct()
              .toArray();
      for (int skew : skews) {
        DatFrames reader = new DatFrames(sources.apply(group), group, signals, frames);
        tracks.add(new Track(reader, skew, rows(signals, selected, group, skew, checked)));
      }
    }
  }

  private List<Row> rows(
      List<WfdbSignal> signals, List<Integer> selected, DatGroup group, int skew, boolean checked) {
    return IntStream.range(0, selected.size())
        .filter(row -> group.signals().contains(selected.get(row)))
        .filter(row -> signals.get(selected.get(row)).skew() == skew)
        .mapToObj(row -> {
          WfdbSignal signal = signals.get(selected.get(row));
          return new Row(
              row,
              group.starts().get(group.signals().indexOf(selected.get(row))),
              group.frameNumbers(),
              group.format().invalid(),
              checked ? new Checksum(signal, frames) : null);
        })
        .toList();
  }

  /// Signals of one file and skew.
  private record Track(DatFrames reader, long skew, List<Row> rows) {}

  /// @param row in the sink
  /// @param start where in a frame the signal starts
  /// @param stride numbers of a frame
  private record Row(int row, int start, int stride, double invalid, @Nullable Checksum checksum) {}

  @Override
  public void read(long start, long stop, RawSink sink) throws MalformedDataException, IOException {
    long from = start / valuesPerFrame;
    long to = Math.ceilDiv(stop, valuesPerFrame);
    for (Track track : tracks) {
      Emission emission = new Emission(start, stop, sink);
      if (from == 0 && track.skew > 0) {
        long skipped = Math.min(track.skew, frames);
        track.reader.read(
            0, skipped, (first, numbers, index, count) -> add(track, first, numbers, index, count));
      }
      long available = Math.clamp(frames - track.skew, from, to);
      track.reader.read(
          from + track.skew,
          available + track.skew,
          (first, numbers, index, count) -> {
            add(track, first, numbers, index, count);
            for (Row row : track.rows) {
              emission.frames(row, first - track.skew, numbers, index, count);
            }
          });
      for (Row row : track.rows) {
        emission.missing(row, available, to);
      }
    }
  }

  private static void add(Track track, long first, double[] numbers, int index, int count)
      throws MalformedDataException {
    for (Row row : track.rows) {
      if (row.checksum != null) {
        row.checksum.add(first, numbers, index + row.start, row.stride, count);
      }
    }
  }

  /// Cuts frames to the range of time points asked for.
  private final class Emission {
    private static final int STRETCH = 4096;

    private final long start;
    private final long stop;
    private final RawSink sink;
    private double[] stretch = new double[STRETCH];

    Emission(long start, long stop, RawSink sink) {
      this.start = start;
      this.stop = stop;
      this.sink = sink;
    }

    void frames(Row row, long frame, double[] numbers, int index, int count) {
      int values = count * valuesPerFrame;
      if (stretch.length < values) {
        stretch = new double[values];
      }
      int at = 0;
      for (int i = 0, p = index + row.start; i < count; i++, p += row.stride) {
        for (int value = 0; value < valuesPerFrame; value++, at++) {
          double number = numbers[p + value];
          stretch[at] = number == row.invalid ? Double.NaN : number;
        }
      }
      emit(row, frame * valuesPerFrame, values);
    }

    void missing(Row row, long from, long to) {
      long end = to * valuesPerFrame;
      for (long at = from * valuesPerFrame; at < end; at += STRETCH) {
        int count = (int) Math.min(STRETCH, end - at);
        Arrays.fill(stretch, 0, count, Double.NaN);
        emit(row, at, count);
      }
    }

    private void emit(Row row, long timePoint, int count) {
      int skipped = (int) Math.max(0, start - timePoint);
      int kept = (int) Math.min(count, stop - timePoint) - skipped;
      if (kept > 0) {
        if (skipped > 0) {
          System.arraycopy(stretch, skipped, stretch, 0, kept);
        }
        sink.accept(row.row, (int) (timePoint + skipped - start), stretch, kept);
      }
    }
  }
}
