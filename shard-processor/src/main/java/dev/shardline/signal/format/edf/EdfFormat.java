package dev.shardline.signal.format.edf;

import dev.shardline.failure.MalformedDataException;
import dev.shardline.failure.Reason;
import dev.shardline.signal.Annotation;
import dev.shardline.signal.RecordingHeader;
import dev.shardline.signal.RecordingReader;
import dev.shardline.signal.SamplingRate;
import dev.shardline.signal.SignalChannel;
import dev.shardline.signal.SignalType;
import dev.shardline.signal.SignalUnit;
import dev.shardline.signal.format.ByteSource;
import dev.shardline.signal.format.ReadOptions;
import dev.shardline.signal.format.RecordingFacts;
import dev.shardline.signal.format.RecordingFormat;
import dev.shardline.signal.format.SampleFiles;
import dev.shardline.signal.format.TrackFacts;
import dev.shardline.signal.format.TrackSelection;
import dev.shardline.signal.format.raw.CalibratedReader;
import dev.shardline.signal.format.raw.Calibration;
import java.io.IOException;
import java.time.LocalDateTime;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// EDF, EDF+C, EDF+D, BDF and BDF+.
///
/// Values come in the file's unit. A header without a label for a signal gets one from its place:
/// `signal 3` is the third. Trigger tracks of BDF (`Status`) keep their stored numbers, in no unit.
public final class EdfFormat implements RecordingFormat {
  private final EdfCalibration calibration;

  /// With MNE's arithmetic.
  public EdfFormat() {
    this(EdfCalibration.MNE);
  }

  public EdfFormat(EdfCalibration calibration) {
    this.calibration = calibration;
  }

  @Override
  public String name() {
    return "edf";
  }

  @Override
  public boolean recognises(String fileName, byte[] head) {
    return EdfHeaderParser.recognises(head);
  }

  @Override
  public RecordingFacts facts(SampleFiles files, String name)
      throws MalformedDataException, IOException {
    ByteSource source = files.require(name, "sample");
    EdfHeader header = EdfHeaderParser.parse(source);
    long count =
        header.recordCount() == EdfHeader.UNKNOWN
            ? (source.size() - header.dataOffset()) / header.recordBytes()
            : header.recordCount();
    return new RecordingFacts(header.title(), tracks(header, count), header.startTime());
  }

  private static List<TrackFacts> tracks(EdfHeader header, long recordCount) {
    List<TrackFacts> tracks = new ArrayList<>();
    for (EdfSignal signal : header.signals()) {
      tracks.add(
          new TrackFacts(
              channel(signal, header),
              new SamplingRate(signal.valuesPerRecord() / header.recordSeconds()),
              recordCount * signal.valuesPerRecord()));
    }
    return tracks;
  }

  private static SignalChannel channel(EdfSignal signal, EdfHeader header) {
    String label = signal.label().isBlank() ? "signal " + (signal.index() + 1) : signal.label();
    SignalUnit unit = header.isTrigger(signal) ? SignalUnit.NONE : signal.unit();
    return new SignalChannel(label, unit, SignalType.ofLabel(label));
  }

  @Override
  public RecordingReader open(SampleFiles files, String name, ReadOptions options)
      throws MalformedDataException, IOException {
    EdfRecords records = records(files, name, options);
    EdfHeader header = records.header();
    if (header.signals().isEmpty()) {
      throw new MalformedDataException(
          Reason.WRONG_KIND,
          EdfField.LABEL.title(),
          EdfField.LABEL.offset(0, header.signalCount()),
          "a signal",
          "annotations only");
    }
    TrackSelection selection =
        TrackSelection.of(
            tracks(header, records.count()),
            options,
            track ->
                EdfField.LABEL.offset(header.signals().get(track).index(), header.signalCount()));
    return open(records, selection, options);
  }

  private static EdfRecords records(SampleFiles files, String name, ReadOptions options)
      throws MalformedDataException, IOException {
    ByteSource source = files.require(name, "sample");
    return EdfRecords.of(source, EdfHeaderParser.parse(source), options.length());
  }

  private RecordingReader open(EdfRecords records, TrackSelection selection, ReadOptions options)
      throws MalformedDataException, IOException {
    EdfHeader header = records.header();
    List<EdfSignal> tracks = selection.tracks().stream().map(header.signals()::get).toList();
    List<Calibration> calibrations = new ArrayList<>();
    for (EdfSignal track : tracks) {
      calibrations.add(calibration.of(track, header));
    }
    EdfTimeline timeline = EdfTimeline.of(records);
    EdfTimeAxis axis =
        EdfTimeAxis.of(
            timeline,
            selection.rate(),
            tracks.getFirst().valuesPerRecord(),
            tracks.size(),
            options.gaps(),
            records);
    return new CalibratedReader(
        new RecordingHeader(
            selection.channels(), selection.rate(), axis.timePoints(), start(header, timeline)),
        new EdfSignalReader(records, timeline, axis, tracks),
        calibrations,
        new EdfAnnotations(records, timeline, axis::moment, axis.seams()));
  }

  private static @Nullable LocalDateTime start(EdfHeader header, EdfTimeline timeline) {
    LocalDateTime start = header.startTime();
    return start == null ? null : start.plusNanos(Math.round(timeline.start() * 1e9));
  }

  /// Times are seconds from the start of the first data record, also in a file of annotations only
  /// and across interruptions.
  @Override
  public List<Annotation> annotations(SampleFiles files, String name)
      throws MalformedDataException, IOException {
    EdfRecords records = records(files, name, ReadOptions.STRICT);
    EdfTimeline timeline = EdfTimeline.of(records);
    return new EdfAnnotations(records, timeline, seconds -> seconds, List.of()).read();
  }
}
