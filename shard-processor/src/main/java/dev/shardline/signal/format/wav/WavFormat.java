package dev.shardline.signal.format.wav;

import dev.shardline.failure.MalformedDataException;
import dev.shardline.failure.Reason;
import dev.shardline.signal.RecordingHeader;
import dev.shardline.signal.RecordingReader;
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
import java.util.Collections;
import java.util.List;
import java.util.stream.IntStream;

/// WAV and RF64: uncompressed integers of 8 to 32 bits, floats of 32 or 64.
///
/// Values are the stored numbers, without a unit, as `scipy.io.wavfile.read` gives them (24 bits
/// unshifted; 8 bits unsigned): the file does not say what full scale means.
public final class WavFormat implements RecordingFormat {
  @Override
  public String name() {
    return "wav";
  }

  @Override
  public boolean recognises(String fileName, byte[] head) {
    return head.length >= 12
        && head[0] == 'R'
        && (head[1] == 'I' || head[1] == 'F')
        && head[8] == 'W'
        && head[9] == 'A'
        && head[10] == 'V'
        && head[11] == 'E';
  }

  @Override
  public RecordingFacts facts(SampleFiles files, String name)
      throws MalformedDataException, IOException {
    WavHeader header = WavHeader.parse(files.require(name, "sample"));
    long frames = header.dataBytes() / frameBytes(header);
    return new RecordingFacts("WAV", tracks(header, frames), null);
  }

  private static int frameBytes(WavHeader header) {
    return header.channels() * header.encoding().bytes();
  }

  private static List<TrackFacts> tracks(WavHeader header, long frames) {
    return IntStream.range(0, header.channels())
        .mapToObj(track ->
            new TrackFacts(
                new SignalChannel("channel " + (track + 1), SignalUnit.NONE, SignalType.OTHER),
                header.rate(),
                frames))
        .toList();
  }

  @Override
  public RecordingReader open(SampleFiles files, String name, ReadOptions options)
      throws MalformedDataException, IOException {
    ByteSource source = files.require(name, "sample");
    WavHeader header = WavHeader.parse(source);
    long frames = frames(header, source.size(), options.length());
    TrackSelection selection =
        TrackSelection.of(
            tracks(header, frames), options, track -> MalformedDataException.NO_OFFSET);
    Grid grid = Grid.multiplexed(header.dataOffset(), header.encoding(), header.channels(), frames);
    return new CalibratedReader(
        new RecordingHeader(selection.channels(), selection.rate(), frames, null),
        new GridSignal(source, grid, selection.tracks()),
        Collections.nCopies(selection.channels().size(), GainOffset.IDENTITY),
        AnnotationSource.NONE);
  }

  private static long frames(WavHeader header, long size, LengthPolicy policy)
      throws MalformedDataException {
    long present = size - header.dataOffset();
    if (policy == LengthPolicy.EXACT && header.dataBytes() > present) {
      throw new MalformedDataException(
          Reason.TRUNCATED,
          "data chunk",
          size,
          header.dataBytes() + " bytes from byte " + header.dataOffset() + " on",
          present + " bytes");
    }
    if (policy == LengthPolicy.EXACT && header.dataBytes() % frameBytes(header) != 0) {
      throw new MalformedDataException(
          Reason.MALFORMED,
          "data chunk",
          header.dataOffset() - Integer.BYTES,
          "a multiple of the %d bytes of a frame".formatted(frameBytes(header)),
          "" + header.dataBytes());
    }
    return Math.min(header.dataBytes(), present) / frameBytes(header);
  }
}
