package dev.shardline.signal.format.brainvision;

import static java.nio.charset.StandardCharsets.ISO_8859_1;

import dev.shardline.failure.MalformedDataException;
import dev.shardline.failure.Reason;
import dev.shardline.signal.RecordingHeader;
import dev.shardline.signal.RecordingReader;
import dev.shardline.signal.format.ByteSource;
import dev.shardline.signal.format.LengthPolicy;
import dev.shardline.signal.format.ReadOptions;
import dev.shardline.signal.format.RecordingFacts;
import dev.shardline.signal.format.RecordingFormat;
import dev.shardline.signal.format.SampleFiles;
import dev.shardline.signal.format.TrackFacts;
import dev.shardline.signal.format.TrackSelection;
import dev.shardline.signal.format.raw.CalibratedReader;
import dev.shardline.signal.format.raw.GainOffset;
import dev.shardline.signal.format.raw.Grid;
import dev.shardline.signal.format.raw.GridSignal;
import dev.shardline.signal.format.raw.StoredText;
import java.io.IOException;
import java.util.List;

/// BrainVision; the main file is the `.vhdr` header, which names the others.
///
/// Values are `number · resolution` in the channel's unit; binary data of 16- and 32-bit integers
/// and 32-bit floats in either orientation. Data as text (`DataFormat=ASCII`) is refused as
/// unsupported.
public final class BrainVisionFormat implements RecordingFormat {
  @Override
  public String name() {
    return "brainvision";
  }

  @Override
  public boolean recognises(String fileName, byte[] head) {
    return new String(head, ISO_8859_1)
        .lines()
        .findFirst()
        .filter(line -> IniText.isFirstLine(line) && line.contains("Header"))
        .isPresent();
  }

  @Override
  public RecordingFacts facts(SampleFiles files, String name)
      throws MalformedDataException, IOException {
    BrainVisionHeader header = header(files, name);
    long timePoints =
        header.timePoints().isPresent()
            ? header.timePoints().getAsLong()
            : files.require(header.dataFile(), "DataFile").size() / frameBytes(header);
    return new RecordingFacts(
        "BrainVision", tracks(header, timePoints), markers(files, header).start().orElse(null));
  }

  private static BrainVisionHeader header(SampleFiles files, String name)
      throws MalformedDataException, IOException {
    int dot = name.lastIndexOf('.');
    return BrainVisionHeader.parse(
        StoredText.linesOf(files.require(name, "sample"), "header"),
        dot < 0 ? name : name.substring(0, dot));
  }

  private static long frameBytes(BrainVisionHeader header) {
    return (long) header.channels().size() * header.encoding().bytes();
  }

  private static List<TrackFacts> tracks(BrainVisionHeader header, long timePoints) {
    return header.channels().stream()
        .map(channel -> new TrackFacts(channel, header.rate(), timePoints))
        .toList();
  }

  private static Markers markers(SampleFiles files, BrainVisionHeader header)
      throws MalformedDataException, IOException {
    if (header.markerFile().isEmpty()) {
      return Markers.NONE;
    }
    ByteSource source = files.require(header.markerFile().get(), "MarkerFile");
    return Markers.parse(StoredText.linesOf(source, "markers"), header.rate());
  }

  @Override
  public RecordingReader open(SampleFiles files, String name, ReadOptions options)
      throws MalformedDataException, IOException {
    BrainVisionHeader header = header(files, name);
    ByteSource source = files.require(header.dataFile(), "DataFile");
    long timePoints = timePoints(header, source.size(), options.length());
    TrackSelection selection =
        TrackSelection.of(
            tracks(header, timePoints), options, track -> header.channelOffsets().get(track));
    Markers markers = markers(files, header);
    return new CalibratedReader(
        new RecordingHeader(
            selection.channels(), selection.rate(), timePoints, markers.start().orElse(null)),
        new GridSignal(source, grid(header, timePoints), selection.tracks()),
        selection.tracks().stream()
            .map(track -> new GainOffset(header.resolutions().get(track), 0))
            .toList(),
        markers::annotations);
  }

  private static Grid grid(BrainVisionHeader header, long timePoints) {
    int tracks = header.channels().size();
    return header.vectorized()
        ? Grid.vectorized(0, header.encoding(), tracks, timePoints)
        : Grid.multiplexed(0, header.encoding(), tracks, timePoints);
  }

  /// A vectorized file must have the stated length: where its channels start depends on it.
  private static long timePoints(BrainVisionHeader header, long size, LengthPolicy policy)
      throws MalformedDataException {
    long present = size / frameBytes(header);
    long stated = header.timePoints().orElse(present);
    if (present < stated && (policy == LengthPolicy.EXACT || header.vectorized())) {
      throw new MalformedDataException(
          Reason.TRUNCATED,
          "data file",
          size,
          stated + " data points of %d bytes".formatted(frameBytes(header)),
          present + " data points");
    }
    if (size > stated * frameBytes(header) && policy == LengthPolicy.EXACT) {
      throw new MalformedDataException(
          Reason.MALFORMED,
          "data file",
          stated * frameBytes(header),
          "the end, after %d data points".formatted(stated),
          size - stated * frameBytes(header) + " more bytes");
    }
    return Math.min(stated, present);
  }
}
