package dev.shardline.signal.format.wfdb;

import dev.shardline.failure.MalformedDataException;
import dev.shardline.signal.Annotation;
import dev.shardline.signal.RecordingHeader;
import dev.shardline.signal.RecordingReader;
import dev.shardline.signal.format.raw.CalibratedReader.AnnotationSource;
import java.io.IOException;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import java.util.Optional;

/// Reads a multi-segment record: segment after segment, NaN where a segment lacks a channel or
/// there is none. Only the segment last read is kept open.
final class SegmentedReader implements RecordingReader {
  private final RecordingHeader header;
  private final List<Part> parts;
  private final SegmentOpener opener;
  private final AnnotationSource annotations;
  private int openPart = -1;
  private Optional<Opened> opened = Optional.empty();

  /// @param segment position among the header's segments
  /// @param first time point
  /// @param timePoints how many
  record Part(int segment, long first, long timePoints) {
    long end() {
      return first + timePoints;
    }
  }

  /// @param reader of the channels that the segment has
  /// @param rows which row each of the reader's channels is
  @SuppressWarnings("ArrayRecordComponent") // identity is never asked of it
  record Opened(RecordingReader reader, int[] rows) {}

  /// Opens the segments of one record.
  @FunctionalInterface
  interface SegmentOpener {
    /// @return empty for a gap, and for a segment with none of the channels
    Optional<Opened> open(int segment) throws MalformedDataException, IOException;
  }

  /// @param parts ascending, without space between them
  SegmentedReader(
      RecordingHeader header,
      List<Part> parts,
      SegmentOpener opener,
      AnnotationSource annotations) {
    this.header = header;
    this.parts = List.copyOf(parts);
    this.opener = opener;
    this.annotations = annotations;
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
  public void read(long start, long stop, double[][] into, int at)
      throws MalformedDataException, IOException {
    Objects.checkFromToIndex(start, stop, header.timePoints());
    Arrays.stream(into).forEach(row -> Arrays.fill(row, at, at + (int) (stop - start), Double.NaN));
    for (int i = 0; i < parts.size(); i++) {
      Part part = parts.get(i);
      long from = Math.max(start, part.first());
      long to = Math.min(stop, part.end());
      if (from < to && open(i).isPresent()) {
        Opened segment = open(i).orElseThrow();
        double[][] rows =
            Arrays.stream(segment.rows()).mapToObj(row -> into[row]).toArray(double[][]::new);
        int index = at + (int) (from - start);
        long present = Math.min(to - part.first(), segment.reader().header().timePoints());
        if (from - part.first() < present) {
          segment.reader().read(from - part.first(), present, rows, index);
        }
      }
    }
  }

  @Override
  public void read(long start, long stop, float[][] into, int at)
      throws MalformedDataException, IOException {
    Objects.checkFromToIndex(start, stop, header.timePoints());
    Arrays.stream(into).forEach(row -> Arrays.fill(row, at, at + (int) (stop - start), Float.NaN));
    for (int i = 0; i < parts.size(); i++) {
      Part part = parts.get(i);
      long from = Math.max(start, part.first());
      long to = Math.min(stop, part.end());
      if (from < to && open(i).isPresent()) {
        Opened segment = open(i).orElseThrow();
        float[][] rows =
            Arrays.stream(segment.rows()).mapToObj(row -> into[row]).toArray(float[][]::new);
        int index = at + (int) (from - start);
        long present = Math.min(to - part.first(), segment.reader().header().timePoints());
        if (from - part.first() < present) {
          segment.reader().read(from - part.first(), present, rows, index);
        }
      }
    }
  }

  private Optional<Opened> open(int part) throws MalformedDataException, IOException {
    if (part != openPart) {
      opened = Optional.empty();
      openPart = -1;
      opened = opener.open(parts.get(part).segment());
      openPart = part;
    }
    return opened;
  }
}
