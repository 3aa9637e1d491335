package dev.shardline.signal.format.npy;

import dev.shardline.failure.MalformedDataException;
import dev.shardline.failure.Reason;
import dev.shardline.signal.RecordingHeader;
import dev.shardline.signal.RecordingReader;
import dev.shardline.signal.SamplingRate;
import dev.shardline.signal.SignalChannel;
import dev.shardline.signal.SignalType;
import dev.shardline.signal.SignalUnit;
import dev.shardline.signal.format.ByteSource;
import dev.shardline.signal.format.LengthPolicy;
import dev.shardline.signal.format.ReadOptions;
import dev.shardline.signal.format.RecordingFacts;
import dev.shardline.signal.format.RecordingFormat;
import dev.shardline.signal.format.SampleFiles;
import dev.shardline.signal.format.TrackFacts;
import dev.shardline.signal.format.TrackSelection;
import dev.shardline.signal.format.raw.CalibratedReader;
import dev.shardline.signal.format.raw.CalibratedReader.AnnotationSource;
import dev.shardline.signal.format.raw.GainOffset;
import dev.shardline.signal.format.raw.Grid;
import dev.shardline.signal.format.raw.GridSignal;
import java.io.IOException;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Locale;
import java.util.stream.IntStream;

/// An NPY array of one axis (time) or two. The file knows neither rate nor unit nor names; they are
/// given here. Values are the array's, any integer or float type in either byte order and order of
/// axes.
public final class NpyFormat implements RecordingFormat {
  private static final int MOST_CHANNELS = 100_000;

  /// More than any disk holds; below it, no offset overflows.
  private static final long MOST_TIME_POINTS = 1L << 43;

  private final SamplingRate rate;
  private final SignalUnit unit;
  private final TimeAxis timeAxis;

  /// Which axis of a two-dimensional array is time.
  public enum TimeAxis {
    FIRST,
    LAST
  }

  public NpyFormat(SamplingRate rate, SignalUnit unit, TimeAxis timeAxis) {
    this.rate = rate;
    this.unit = unit;
    this.timeAxis = timeAxis;
  }

  @Override
  public String name() {
    return "npy";
  }

  @Override
  public boolean recognises(String fileName, byte[] head) {
    return fileName.toLowerCase(Locale.ROOT).endsWith(".npy")
        && Arrays.mismatch(head, NpyHeader.MAGIC) == NpyHeader.MAGIC.length;
  }

  @Override
  public RecordingFacts facts(SampleFiles files, String name)
      throws MalformedDataException, IOException {
    return new RecordingFacts(
        "NPY", tracks(grid(NpyHeader.parse(files.require(name, "sample")))), null);
  }

  @Override
  public RecordingReader open(SampleFiles files, String name, ReadOptions options)
      throws MalformedDataException, IOException {
    ByteSource source = files.require(name, "sample");
    Grid grid = grid(NpyHeader.parse(source));
    requireSize(source.size(), grid, options.length());
    TrackSelection selection =
        TrackSelection.of(tracks(grid), options, track -> MalformedDataException.NO_OFFSET);
    return new CalibratedReader(
        new RecordingHeader(selection.channels(), rate, grid.timePoints(), null),
        new GridSignal(source, grid, selection.tracks()),
        Collections.nCopies(selection.channels().size(), GainOffset.IDENTITY),
        AnnotationSource.NONE);
  }

  private Grid grid(NpyHeader header) throws MalformedDataException {
    List<Long> shape = header.shape();
    if (shape.isEmpty() || shape.size() > 2) {
      throw shapeRefused(header, "one axis or two");
    }
    boolean timeIsLast = shape.size() == 1 || timeAxis == TimeAxis.LAST;
    long timePoints = timeIsLast ? shape.getLast() : shape.getFirst();
    long channels = shape.size() == 1 ? 1 : timeIsLast ? shape.getFirst() : shape.getLast();
    if (channels < 1 || channels > MOST_CHANNELS) {
      throw shapeRefused(header, "1 to " + MOST_CHANNELS + " signal channels");
    }
    if (timePoints > MOST_TIME_POINTS) {
      throw shapeRefused(header, "at most " + MOST_TIME_POINTS + " time points");
    }
    boolean timeIsContiguous = timeIsLast != header.fortranOrder() || shape.size() == 1;
    return timeIsContiguous
        ? Grid.vectorized(header.dataOffset(), header.encoding(), (int) channels, timePoints)
        : Grid.multiplexed(header.dataOffset(), header.encoding(), (int) channels, timePoints);
  }

  private static MalformedDataException shapeRefused(NpyHeader header, String expected) {
    return new MalformedDataException(
        Reason.WRONG_KIND, "shape", expected, header.shape().toString());
  }

  private static void requireSize(long size, Grid grid, LengthPolicy policy)
      throws MalformedDataException {
    if (size < grid.end()) {
      throw new MalformedDataException(
          Reason.TRUNCATED, "elements", size, grid.end() + " bytes", size + " bytes");
    }
    if (size > grid.end() && policy == LengthPolicy.EXACT) {
      throw new MalformedDataException(
          Reason.MALFORMED,
          "end of file",
          grid.end(),
          "the end",
          size - grid.end() + " more bytes");
    }
  }

  private List<TrackFacts> tracks(Grid grid) {
    return IntStream.range(0, grid.tracks())
        .mapToObj(track ->
            new TrackFacts(
                new SignalChannel("channel " + (track + 1), unit, SignalType.OTHER),
                rate,
                grid.timePoints()))
        .toList();
  }
}
