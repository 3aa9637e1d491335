package dev.shardline.signal.format.wfdb;

import dev.shardline.failure.MalformedDataException;
import dev.shardline.failure.Reason;
import dev.shardline.signal.RecordingHeader;
import dev.shardline.signal.RecordingReader;
import dev.shardline.signal.format.ReadOptions;
import dev.shardline.signal.format.SampleFiles;
import dev.shardline.signal.format.TrackFacts;
import dev.shardline.signal.format.TrackSelection;
import dev.shardline.signal.format.raw.CalibratedReader.AnnotationSource;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/// A multi-segment record. Of fixed layout: all segments have the same signals, those of the first.
/// Of variable layout: the first segment, of length 0, announces all signals, and each other has
/// some of them, recognised by name.
///
/// @param announced header of the segment that announces the signals
/// @param frames of all segments together
record MultiSegment(WfdbHeader header, WfdbHeader announced, long frames) {
  private static final long MOST_FRAMES = 1_000_000_000_000L;

  static MultiSegment of(WfdbHeader header, SampleFiles files)
      throws MalformedDataException, IOException {
    long frames = 0;
    for (WfdbSegment segment : header.segments()) {
      frames += segment.frames();
    }
    long stated = header.frames().orElse(frames);
    WfdbSegment first = header.segments().getFirst();
    if (stated != frames) {
      throw new MalformedDataException(
          Reason.MALFORMED,
          "number of samples per signal",
          first.lineOffset(),
          "the sum of the segments' lengths, " + frames,
          "" + stated);
    }
    if (frames == 0 || frames > MOST_FRAMES || first.isGap()) {
      throw new MalformedDataException(
          Reason.MALFORMED,
          "segment lines",
          first.lineOffset(),
          "a layout or a segment first, and 1 to %d frames".formatted(MOST_FRAMES),
          "%s first, %d frames".formatted(first.record(), frames));
    }
    return new MultiSegment(header, segmentHeader(first, header, files), frames);
  }

  private static WfdbHeader segmentHeader(WfdbSegment segment, WfdbHeader whole, SampleFiles files)
      throws MalformedDataException, IOException {
    WfdbHeader header = WfdbFormat.header(files, segment.record() + ".hea", "segment line");
    if (header.isMultiSegment()) {
      throw refused(segment, "a record without segments of its own", "one that has some");
    }
    if (!header.frameRate().equals(whole.frameRate())) {
      throw refused(segment, "a record at " + whole.frameRate(), "one at " + header.frameRate());
    }
    return header;
  }

  private static MalformedDataException refused(
      WfdbSegment segment, String expected, String found) {
    return new MalformedDataException(
        Reason.MALFORMED, "segment " + segment.record(), segment.lineOffset(), expected, found);
  }

  List<TrackFacts> tracks() {
    return WfdbRecord.tracks(announced, frames);
  }

  RecordingReader open(
      SampleFiles files, ReadOptions readOptions, WfdbOptions options, AnnotationSource annotations)
      throws MalformedDataException {
    TrackSelection selection =
        TrackSelection.of(
            WfdbRecord.tracks(announced, frames, options),
            readOptions,
            track -> announced.signals().get(track).lineOffset());
    int pointsPerFrame = (int) (selection.timePoints() / frames);
    List<SegmentedReader.Part> parts = new ArrayList<>();
    long at = 0;
    for (int i = 0; i < header.segments().size(); i++) {
      WfdbSegment segment = header.segments().get(i);
      long length = segment.frames() * pointsPerFrame;
      if (length > 0 && !segment.isGap()) {
        parts.add(new SegmentedReader.Part(i, at, length));
      }
      at += length;
    }
    return new SegmentedReader(
        new RecordingHeader(
            selection.channels(), selection.rate(), selection.timePoints(), header.startTime()),
        parts,
        index -> openSegment(header.segments().get(index), selection, files, readOptions, options),
        annotations);
  }

  private Optional<SegmentedReader.Opened> openSegment(
      WfdbSegment segment,
      TrackSelection selection,
      SampleFiles files,
      ReadOptions readOptions,
      WfdbOptions options)
      throws MalformedDataException, IOException {
    WfdbHeader own = segmentHeader(segment, header, files);
    WfdbRecord record = WfdbRecord.ofSegment(own, segment, files, readOptions.length());
    List<Integer> rows = new ArrayList<>();
    List<Integer> tracks = new ArrayList<>();
    for (int row = 0; row < selection.tracks().size(); row++) {
      int track = trackOf(segment, own, selection.tracks().get(row));
      if (track >= 0) {
        rows.add(row);
        tracks.add(track);
      }
    }
    if (tracks.isEmpty()) {
      return Optional.empty();
    }
    RecordingHeader part =
        new RecordingHeader(
            rows.stream().map(selection.channels()::get).toList(),
            selection.rate(),
            record.frames() * (selection.timePoints() / frames),
            null);
    return Optional.of(
        new SegmentedReader.Opened(
            record.open(tracks, part, options, AnnotationSource.NONE),
            rows.stream().mapToInt(Integer::intValue).toArray()));
  }

  /// Which of a segment's signals an announced one is; -1 if the segment lacks it.
  private int trackOf(WfdbSegment segment, WfdbHeader own, int track)
      throws MalformedDataException {
    WfdbSignal wanted = announced.signals().get(track);
    int found = header.hasLayout() ? named(own, wanted.label()) : track;
    if (found < 0 || found >= own.signals().size()) {
      if (header.hasLayout()) {
        return -1;
      }
      throw refused(
          segment, announced.signals().size() + " signals", own.signals().size() + " signals");
    }
    WfdbSignal signal = own.signals().get(found);
    if (signal.valuesPerFrame() != wanted.valuesPerFrame()
        || !signal.unit().equals(wanted.unit())) {
      throw refused(
          segment,
          "'%s' with %d values per frame in %s"
              .formatted(wanted.label(), wanted.valuesPerFrame(), wanted.unit()),
          "%d in %s".formatted(signal.valuesPerFrame(), signal.unit()));
    }
    return found;
  }

  private static int named(WfdbHeader own, String label) {
    for (int i = 0; i < own.signals().size(); i++) {
      if (own.signals().get(i).label().equals(label)) {
        return i;
      }
    }
    return -1;
  }
}
