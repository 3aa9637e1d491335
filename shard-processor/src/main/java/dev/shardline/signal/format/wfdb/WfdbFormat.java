package dev.shardline.signal.format.wfdb;

import dev.shardline.failure.MalformedDataException;
import dev.shardline.failure.Reason;
import dev.shardline.signal.Annotation;
import dev.shardline.signal.RecordingHeader;
import dev.shardline.signal.RecordingReader;
import dev.shardline.signal.format.ByteSource;
import dev.shardline.signal.format.ReadOptions;
import dev.shardline.signal.format.RecordingFacts;
import dev.shardline.signal.format.RecordingFormat;
import dev.shardline.signal.format.SampleFiles;
import dev.shardline.signal.format.TrackFacts;
import dev.shardline.signal.format.TrackSelection;
import dev.shardline.signal.format.raw.CalibratedReader.AnnotationSource;
import dev.shardline.signal.format.raw.StoredText;
import java.io.IOException;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Stream;

/// WFDB; the main file is the `.hea` header, which names the others.
///
/// Values are in the header's unit (mV where it states none); the number that a format reserves for
/// invalid values becomes NaN. Skewed signals are shifted into line, NaN where the file ends
/// before. Annotations come from the file `record.annotator` if the sample has it.
public final class WfdbFormat implements RecordingFormat {
  private static final String EXTENSION = ".hea";

  private final WfdbOptions options;

  public WfdbFormat() {
    this(WfdbOptions.DEFAULT);
  }

  public WfdbFormat(WfdbOptions options) {
    this.options = options;
  }

  @Override
  public String name() {
    return "wfdb";
  }

  @Override
  public boolean recognises(String fileName, byte[] head) {
    return fileName.toLowerCase(Locale.ROOT).endsWith(EXTENSION);
  }

  static WfdbHeader header(SampleFiles files, String name, String namedBy)
      throws MalformedDataException, IOException {
    ByteSource source = files.require(name, namedBy);
    return WfdbHeaderParser.parse(StoredText.linesOf(source, "header " + name));
  }

  @Override
  public List<String> namedFiles(SampleFiles files, String name)
      throws MalformedDataException, IOException {
    WfdbHeader header = header(files, name, "sample");
    Stream<String> segments =
        header.segments().stream()
            .filter(segment -> !segment.isGap())
            .map(segment -> segment.record() + EXTENSION);
    Stream<String> signals =
        header.signals().stream()
            .map(WfdbSignal::file)
            .filter(file -> !file.equals(WfdbSignal.NO_FILE));
    return Stream.concat(segments, signals).distinct().toList();
  }

  @Override
  public RecordingFacts facts(SampleFiles files, String name)
      throws MalformedDataException, IOException {
    WfdbHeader header = header(files, name, "sample");
    if (header.isMultiSegment()) {
      MultiSegment record = MultiSegment.of(header, files);
      return new RecordingFacts("WFDB, multi-segment", record.tracks(), header.startTime());
    }
    List<TrackFacts> tracks =
        header.frames().isPresent()
            ? WfdbRecord.tracks(header, header.frames().getAsLong())
            : WfdbRecord.tracks(
                header, WfdbRecord.of(header, files, ReadOptions.STRICT.length()).frames());
    return new RecordingFacts("WFDB", tracks, header.startTime());
  }

  @Override
  public RecordingReader open(SampleFiles files, String name, ReadOptions readOptions)
      throws MalformedDataException, IOException {
    WfdbHeader header = header(files, name, "sample");
    AnnotationSource annotations = () -> annotations(files, name, header);
    if (header.isMultiSegment()) {
      return MultiSegment.of(header, files).open(files, readOptions, options, annotations);
    }
    WfdbRecord record = WfdbRecord.of(header, files, readOptions.length());
    if (record.frames() == 0) {
      throw new MalformedDataException(Reason.EMPTY, "signal files", "at least one frame", "none");
    }
    TrackSelection selection =
        TrackSelection.of(
            WfdbRecord.tracks(header, record.frames(), options),
            readOptions,
            track -> header.signals().get(track).lineOffset());
    RecordingHeader recording =
        new RecordingHeader(
            selection.channels(), selection.rate(), selection.timePoints(), header.startTime());
    return record.open(selection.tracks(), recording, options, annotations);
  }

  private List<Annotation> annotations(SampleFiles files, String name, WfdbHeader header)
      throws MalformedDataException, IOException {
    String base = name.endsWith(EXTENSION) ? name.substring(0, name.length() - 4) : name;
    Optional<ByteSource> found = files.find(base + "." + options.annotator());
    return found.isEmpty()
        ? List.of()
        : AnnotationFile.parse(StoredText.bytesOf(found.get(), "annotations"), header.frameRate());
  }
}
