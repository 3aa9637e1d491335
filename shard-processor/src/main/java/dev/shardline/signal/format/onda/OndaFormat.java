package dev.shardline.signal.format.onda;

import dev.shardline.failure.MalformedDataException;
import dev.shardline.failure.Reason;
import dev.shardline.signal.Annotation;
import dev.shardline.signal.RecordingHeader;
import dev.shardline.signal.RecordingReader;
import dev.shardline.signal.SignalChannel;
import dev.shardline.signal.SignalType;
import dev.shardline.signal.format.ByteSource;
import dev.shardline.signal.format.LengthPolicy;
import dev.shardline.signal.format.ReadOptions;
import dev.shardline.signal.format.RecordingFacts;
import dev.shardline.signal.format.RecordingFormat;
import dev.shardline.signal.format.SampleFiles;
import dev.shardline.signal.format.TrackFacts;
import dev.shardline.signal.format.TrackSelection;
import dev.shardline.signal.format.onda.arrow.ArrowReader;
import dev.shardline.signal.format.raw.CalibratedReader;
import dev.shardline.signal.format.raw.Calibration;
import dev.shardline.signal.format.raw.GainOffset;
import dev.shardline.signal.format.raw.Grid;
import dev.shardline.signal.format.raw.GridSignal;
import dev.shardline.signal.format.raw.RawSignal;
import dev.shardline.signal.format.raw.StoredText;
import java.io.IOException;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Stream;

/// A signal of an Onda table; the main file is the signal table, which names the file of stored
/// numbers. Annotations come from the table whose name has `annotations` where the signal table's
/// has `signals`, if the sample has it.
///
/// A recording starts where its signal's span does; annotations' times are from there.
public final class OndaFormat implements RecordingFormat {
  private static final String DEFAULT_TEXT_COLUMN = "label";

  /// More than any disk holds; below it, no offset overflows.
  private static final long MOST_TIME_POINTS = 1L << 43;

  private final String sensorLabel;
  private final String textColumn;

  /// For tables with one signal, annotations' text from the column `label`.
  public OndaFormat() {
    this("", DEFAULT_TEXT_COLUMN);
  }

  /// @param sensorLabel of the signal to read; empty if the table has only one
  /// @param textColumn the column that annotations have their text from; where it is missing, the
  ///   first beyond the required ones
  public OndaFormat(String sensorLabel, String textColumn) {
    this.sensorLabel = sensorLabel;
    this.textColumn = textColumn;
  }

  @Override
  public String name() {
    return "onda";
  }

  @Override
  public boolean recognises(String fileName, byte[] head) {
    return fileName.toLowerCase(Locale.ROOT).endsWith(".arrow") && ArrowReader.isFile(head);
  }

  /// All signals' files, also those of signals that are not read, and the table of annotations.
  @Override
  public List<String> namedFiles(SampleFiles files, String name)
      throws MalformedDataException, IOException {
    byte[] table = StoredText.bytesOf(files.require(name, "sample"), "signal table");
    Stream<String> signals = OndaTables.signals(table).stream().map(OndaSignal::filePath);
    return Stream.concat(signals, Stream.of(annotationsName(name))).distinct().toList();
  }

  private static String annotationsName(String name) {
    return name.replace("signals", "annotations");
  }

  private OndaSignal signal(SampleFiles files, String name)
      throws MalformedDataException, IOException {
    byte[] table = StoredText.bytesOf(files.require(name, "sample"), "signal table");
    List<OndaSignal> wanted =
        OndaTables.signals(table).stream()
            .filter(signal -> sensorLabel.isEmpty() || signal.sensorLabel().equals(sensorLabel))
            .toList();
    if (wanted.size() != 1) {
      throw new MalformedDataException(
          Reason.WRONG_KIND,
          "signal table",
          "one signal" + (sensorLabel.isEmpty() ? "" : " of sensor '" + sensorLabel + "'"),
          "" + wanted.size());
    }
    return wanted.getFirst();
  }

  @Override
  public RecordingFacts facts(SampleFiles files, String name)
      throws MalformedDataException, IOException {
    OndaSignal signal = signal(files, name);
    return new RecordingFacts(
        "Onda " + signal.fileFormat().tableName(), tracks(signal, signal.timePoints()), null);
  }

  private static List<TrackFacts> tracks(OndaSignal signal, long timePoints) {
    List<TrackFacts> tracks = new ArrayList<>();
    for (String channel : signal.channels()) {
      SignalType byName = SignalType.ofLabel(channel);
      tracks.add(
          new TrackFacts(
              new SignalChannel(
                  channel,
                  OndaNames.unit(signal.unit()),
                  byName == SignalType.OTHER ? SignalType.ofLabel(signal.sensorType()) : byName),
              signal.rate(),
              timePoints));
    }
    return tracks;
  }

  /// Compressed numbers must fill the span exactly, whatever the length policy: only reading them
  /// all tells how many there are.
  @Override
  public RecordingReader open(SampleFiles files, String name, ReadOptions options)
      throws MalformedDataException, IOException {
    OndaSignal signal = signal(files, name);
    ByteSource source = files.require(fileName(signal), "file_path");
    long timePoints = timePoints(signal, source.size(), options.length());
    TrackSelection selection =
        TrackSelection.of(
            tracks(signal, timePoints), options, track -> MalformedDataException.NO_OFFSET);
    return new CalibratedReader(
        new RecordingHeader(selection.channels(), selection.rate(), timePoints, null),
        stored(source, signal, timePoints, selection.tracks()),
        Collections.nCopies(selection.channels().size(), calibration(signal)),
        () -> annotations(files, name, signal));
  }

  /// Paths are relative to the table; a sample's files are known by their names.
  private static String fileName(OndaSignal signal) {
    return signal.filePath().substring(signal.filePath().lastIndexOf('/') + 1);
  }

  private static RawSignal stored(
      ByteSource source, OndaSignal signal, long timePoints, List<Integer> tracks) {
    return switch (signal.fileFormat()) {
      case LPCM ->
          new GridSignal(
              source,
              Grid.multiplexed(
                  0, signal.encoding().type().encoding(), signal.channels().size(), timePoints),
              tracks);
      case LPCM_ZST -> new CompressedSignal(source, signal, tracks);
    };
  }

  private static Calibration calibration(OndaSignal signal) {
    SampleEncoding encoding = signal.encoding();
    return encoding.isIdentity()
        ? GainOffset.IDENTITY
        : new FusedCalibration(encoding.resolution(), encoding.offset());
  }

  private static long timePoints(OndaSignal signal, long size, LengthPolicy policy)
      throws MalformedDataException {
    long stated = signal.timePoints();
    if (stated > MOST_TIME_POINTS) {
      throw new MalformedDataException(
          Reason.MALFORMED, "span", "at most " + MOST_TIME_POINTS + " time points", "" + stated);
    }
    if (signal.fileFormat() == FileFormat.LPCM_ZST) {
      return stated;
    }
    long present = size / signal.frameBytes();
    if (policy == LengthPolicy.EXACT && size != stated * signal.frameBytes()) {
      throw new MalformedDataException(
          present < stated ? Reason.TRUNCATED : Reason.MALFORMED,
          signal.filePath(),
          Math.min(size, stated * signal.frameBytes()),
          "%d time points of %d bytes, as the span says".formatted(stated, signal.frameBytes()),
          size + " bytes");
    }
    return Math.min(stated, present);
  }

  private List<Annotation> annotations(SampleFiles files, String name, OndaSignal signal)
      throws MalformedDataException, IOException {
    String tableName = annotationsName(name);
    Optional<ByteSource> table = tableName.equals(name) ? Optional.empty() : files.find(tableName);
    List<Annotation> found = new ArrayList<>();
    if (table.isPresent()) {
      byte[] bytes = StoredText.bytesOf(table.get(), "annotation table");
      for (OndaAnnotation annotation : OndaTables.annotations(bytes)) {
        if (annotation.recording().equals(signal.recording())) {
          found.add(
              new Annotation(
                  annotation.span().startSeconds() - signal.span().startSeconds(),
                  annotation.span().seconds(),
                  text(annotation)));
        }
      }
    }
    return found;
  }

  private String text(OndaAnnotation annotation) {
    String text = annotation.columns().get(textColumn);
    return text != null ? text : annotation.columns().values().stream().findFirst().orElse("");
  }
}
