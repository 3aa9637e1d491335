package dev.shardline.signal.format.wfdb;

import dev.shardline.failure.MalformedDataException;
import dev.shardline.failure.Reason;
import dev.shardline.signal.RecordingHeader;
import dev.shardline.signal.RecordingReader;
import dev.shardline.signal.SamplingRate;
import dev.shardline.signal.SignalChannel;
import dev.shardline.signal.SignalType;
import dev.shardline.signal.format.ByteSource;
import dev.shardline.signal.format.LengthPolicy;
import dev.shardline.signal.format.SampleFiles;
import dev.shardline.signal.format.TrackFacts;
import dev.shardline.signal.format.raw.CalibratedReader;
import dev.shardline.signal.format.raw.CalibratedReader.AnnotationSource;
import dev.shardline.signal.format.raw.RawSignal;
import java.io.IOException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.OptionalLong;
import java.util.stream.IntStream;

/// A single-segment record with its signal files found and measured.
///
/// @param groups the signals by file
/// @param sources the file of each group
/// @param frames that are there to read
/// @param stated frames by the header, or those that are there if it does not say
record WfdbRecord(
    WfdbHeader header,
    List<DatGroup> groups,
    Map<String, ByteSource> sources,
    long frames,
    long stated) {
  /// @param policy what to do if a file is shorter than the header says, or longer
  /// @throws MalformedDataException if a file is missing, of a format that is not read here, or of
  ///   the wrong length
  static WfdbRecord of(WfdbHeader header, SampleFiles files, LengthPolicy policy)
      throws MalformedDataException, IOException {
    WfdbRecord record = found(header, files, header.frames());
    if (policy == LengthPolicy.EXACT) {
      for (DatGroup group : record.groups) {
        long size = Objects.requireNonNull(record.sources.get(group.file())).size();
        requireFrames(group, size, record.stated());
        requireNoMore(group, size, record.stated());
      }
    }
    return record;
  }

  /// A segment of a longer record, whose files may also hold other segments.
  static WfdbRecord ofSegment(
      WfdbHeader header, WfdbSegment segment, SampleFiles files, LengthPolicy policy)
      throws MalformedDataException, IOException {
    if (header.frames().orElse(segment.frames()) != segment.frames()) {
      throw new MalformedDataException(
          Reason.MALFORMED,
          "segment " + segment.record(),
          segment.lineOffset(),
          "the length of its own header, " + header.frames().orElse(0),
          "" + segment.frames());
    }
    WfdbRecord record = found(header, files, OptionalLong.of(segment.frames()));
    if (policy == LengthPolicy.EXACT) {
      for (DatGroup group : record.groups) {
        long size = Objects.requireNonNull(record.sources.get(group.file())).size();
        requireFrames(group, size, segment.frames());
      }
    }
    return record;
  }

  private static WfdbRecord found(WfdbHeader header, SampleFiles files, OptionalLong frames)
      throws MalformedDataException, IOException {
    List<DatGroup> groups = DatGroup.of(header.signals());
    Map<String, ByteSource> sources = new HashMap<>();
    long present = Long.MAX_VALUE;
    for (DatGroup group : groups) {
      ByteSource source = files.require(group.file(), "signal line");
      sources.put(group.file(), source);
      present = Math.min(present, group.framesIn(source.size()));
    }
    long stated = frames.orElse(present);
    return new WfdbRecord(header, groups, sources, Math.min(stated, present), stated);
  }

  private static void requireFrames(DatGroup group, long size, long frames)
      throws MalformedDataException {
    if (group.framesIn(size) < frames) {
      throw new MalformedDataException(
          Reason.TRUNCATED,
          group.file(),
          size,
          "%d frames of %d numbers in format %d"
              .formatted(frames, group.frameNumbers(), group.format().code()),
          group.framesIn(size) + " frames");
    }
  }

  private static void requireNoMore(DatGroup group, long size, long frames)
      throws MalformedDataException {
    if (group.framesIn(size) > frames && size > group.paddedFileBytes(frames)) {
      throw new MalformedDataException(
          Reason.MALFORMED,
          group.file(),
          group.fileBytes(frames),
          "the end, after %d frames".formatted(frames),
          group.framesIn(size) - frames + " more frames");
    }
  }

  /// The signals as tracks at their own rates.
  static List<TrackFacts> tracks(WfdbHeader header, long frames) {
    return header.signals().stream()
        .map(signal ->
            new TrackFacts(
                channel(signal),
                new SamplingRate(header.frameRate().hertz() * signal.valuesPerFrame()),
                frames * signal.valuesPerFrame()))
        .toList();
  }

  /// The signals as tracks at the rates at which they are read.
  static List<TrackFacts> tracks(WfdbHeader header, long frames, WfdbOptions options) {
    return switch (options.frames()) {
      case AS_STORED -> tracks(header, frames);
      case AVERAGED ->
          header.signals().stream()
              .map(signal -> new TrackFacts(channel(signal), header.frameRate(), frames))
              .toList();
    };
  }

  private static SignalChannel channel(WfdbSignal signal) {
    return new SignalChannel(signal.label(), signal.unit(), SignalType.ofLabel(signal.label()));
  }

  /// Opens signals that are all read at one rate.
  ///
  /// @param selected positions in the header
  /// @param recording channel i is the i-th of them
  RecordingReader open(
      List<Integer> selected,
      RecordingHeader recording,
      WfdbOptions options,
      AnnotationSource annotations) {
    List<WfdbCalibration> calibrations = new ArrayList<>();
    for (int index : selected) {
      WfdbSignal signal = header.signals().get(index);
      calibrations.add(new WfdbCalibration(signal.baseline(), signal.gain()));
    }
    RawSignal signals =
        switch (options.frames()) {
          case AS_STORED -> signals(selected, options);
          case AVERAGED -> averages(selected, options);
        };
    return new CalibratedReader(recording, signals, calibrations, annotations);
  }

  private RawSignal signals(List<Integer> selected, WfdbOptions options) {
    boolean checked = frames == stated && options.checksums() == WfdbOptions.Checksums.VERIFY;
    return new WfdbSignals(
        header.signals(),
        selected,
        groups,
        group -> Objects.requireNonNull(sources.get(group.file())),
        frames,
        checked);
  }

  private RawSignal averages(List<Integer> selected, WfdbOptions options) {
    List<FrameAverages.Part> parts = new ArrayList<>();
    for (int values : selected.stream().map(this::valuesPerFrame).distinct().toList()) {
      int[] rows =
          IntStream.range(0, selected.size())
              .filter(row -> valuesPerFrame(selected.get(row)) == values)
              .toArray();
      List<Integer> members = IntStream.of(rows).mapToObj(selected::get).toList();
      parts.add(new FrameAverages.Part(signals(members, options), values, rows));
    }
    return new FrameAverages(parts);
  }

  private int valuesPerFrame(int track) {
    return header.signals().get(track).valuesPerFrame();
  }
}
