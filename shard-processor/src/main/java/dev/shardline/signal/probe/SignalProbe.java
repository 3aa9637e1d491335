package dev.shardline.signal.probe;

import dev.shardline.failure.MalformedDataException;
import dev.shardline.failure.Reason;
import dev.shardline.probe.ContentProbe;
import dev.shardline.probe.FactName;
import dev.shardline.probe.Fingerprint;
import dev.shardline.probe.HeaderFindings;
import dev.shardline.probe.SampleBytes;
import dev.shardline.signal.SignalUnit;
import dev.shardline.signal.format.RecordingFacts;
import dev.shardline.signal.format.RecordingFormat;
import dev.shardline.signal.format.TrackFacts;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.OptionalDouble;
import java.util.stream.Collectors;

/// Looks inside EDF, BDF, WFDB, BrainVision, Onda, WAV and BIDS physiology. Two samples are copies
/// if every value of their decoded signals is the same, whatever their headers say.
public final class SignalProbe implements ContentProbe {
  @Override
  public boolean reads(String fileName) {
    return SignalFormats.ofFileName(fileName).isPresent();
  }

  /// The object that names the others, and how it is read.
  private record Main(String name, RecordingFormat format) {
    static Main of(SampleBytes sample) throws MalformedDataException {
      String name = sample.objects().getFirst().location().fileName();
      return new Main(
          name,
          SignalFormats.ofFileName(name)
              .orElseThrow(() ->
                  new MalformedDataException(
                      Reason.UNSUPPORTED, "file name", "that of a recording", name)));
    }
  }

  @Override
  public HeaderFindings readHeader(SampleBytes sample) throws IOException, MalformedDataException {
    Main main = Main.of(sample);
    RecordingFacts recording = main.format.facts(new ProbedFiles(sample), main.name);
    Map<FactName, String> facts = new EnumMap<>(FactName.class);
    facts.put(FactName.FORMAT, recording.format().toLowerCase(Locale.ROOT));
    facts.put(FactName.SIGNAL_CHANNELS, Integer.toString(recording.tracks().size()));
    facts.put(FactName.DURATION_SECONDS, Double.toString(recording.durationSeconds()));
    if (!recording.tracks().isEmpty()) {
      facts.put(FactName.SAMPLING_RATE_HZ, rates(recording));
      facts.put(FactName.UNITS, units(recording));
    }
    facts.put(FactName.DECODED_BYTES, Long.toString(decodedBytes(recording)));
    return new HeaderFindings(facts, null);
  }

  @Override
  public List<String> namedFiles(SampleBytes head) throws IOException, MalformedDataException {
    Main main = Main.of(head);
    return main.format.namedFiles(new ProbedFiles(head), main.name);
  }

  private static String rates(RecordingFacts recording) {
    return recording.tracks().stream()
        .mapToDouble(track -> track.rate().hertz())
        .distinct()
        .sorted()
        .mapToObj(Double::toString)
        .collect(Collectors.joining("x"));
  }

  private static String units(RecordingFacts recording) {
    return recording.tracks().stream()
        .map(track -> track.channel().unit())
        .filter(SignalUnit::isStated)
        .map(SignalUnit::symbol)
        .distinct()
        .sorted()
        .collect(Collectors.joining(" "));
  }

  /// As float32.
  private static long decodedBytes(RecordingFacts recording) {
    return recording.tracks().stream().mapToLong(TrackFacts::timePoints).sum() * Float.BYTES;
  }

  @Override
  public Fingerprint fingerprint(SampleBytes sample) throws IOException, MalformedDataException {
    Main main = Main.of(sample);
    byte[] digest = RecordingDigest.of(main.format, new ProbedFiles(sample), main.name);
    return new Fingerprint(new long[] {ByteBuffer.wrap(digest).getLong()}, digest);
  }

  @Override
  public OptionalDouble confirm(Fingerprint first, Fingerprint second) {
    return Arrays.equals(first.signature(), second.signature())
        ? OptionalDouble.of(1)
        : OptionalDouble.empty();
  }
}
