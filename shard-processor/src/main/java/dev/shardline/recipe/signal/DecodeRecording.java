package dev.shardline.recipe.signal;

import dev.shardline.data.DataKind;
import dev.shardline.failure.MalformedDataException;
import dev.shardline.failure.Reason;
import dev.shardline.recipe.Footprint;
import dev.shardline.recipe.Item;
import dev.shardline.recipe.MapStep;
import dev.shardline.recipe.Signature;
import dev.shardline.recipe.SourceHead;
import dev.shardline.recipe.SourceObjects;
import dev.shardline.recipe.SourceStep;
import dev.shardline.recipe.StepFactory;
import dev.shardline.recipe.StoredData;
import dev.shardline.recipe.StoredSource;
import dev.shardline.signal.Annotation;
import dev.shardline.signal.NonFinite;
import dev.shardline.signal.Recording;
import dev.shardline.signal.format.GapPolicy;
import dev.shardline.signal.format.RecordingFacts;
import dev.shardline.signal.format.TrackFacts;
import dev.shardline.signal.label.SpanCheck;
import java.io.IOException;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/// Decodes a sample's objects as a recording, by the content of the first. Records
/// `source-duration-seconds` and `source-sampling-rate-hz`.
///
/// @param annotations where annotations are taken from
/// @param events reads the files beside the recording
/// @param spans what becomes of annotations beyond the recording's ends
record DecodeRecording(
    RecordingDecoder decoder,
    NonFinite nonFinite,
    AnnotationPlace annotations,
    EventFiles events,
    SpanCheck spans)
    implements SourceStep, MapStep {
  /// Where annotations are taken from.
  enum AnnotationPlace {
    /// The recording's own format.
    OWN,
    /// Files beside it.
    BESIDE,
    /// Both, the recording's own first.
    BOTH
  }

  static final String NAME = "decode-recording";

  /// The header of an EDF file of a thousand signals.
  static final int HEAD_BYTES = 1 << 18;

  /// The end of the name of formats with interruptions, of which the header does not tell how long
  /// they are.
  private static final String INTERRUPTED = "+D";

  static final StepFactory FACTORY =
      new SignalStepFactory(
          NAME,
          "decodes EDF, BDF, WFDB, BrainVision, Onda, WAV, NPY, CSV and TSV recordings",
          DecodeParameters.ALL,
          DecodeParameters::step);

  @Override
  public String name() {
    return NAME;
  }

  @Override
  public Signature signature() {
    return Signature.of(DataKind.BYTES, DataKind.RECORDING);
  }

  @Override
  public boolean readsMemory(SourceHead head) {
    return true;
  }

  @Override
  public int headBytes() {
    return HEAD_BYTES;
  }

  @Override
  public Footprint predict(SourceHead head) throws MalformedDataException {
    HeadFiles files = new HeadFiles(head);
    long given;
    try {
      RecordingFacts facts = decoder.format(head.name(), head.head()).facts(files, head.name());
      given = decodedBytes(facts);
    } catch (IOException notToldByTheHead) {
      given = decoder.mostOfUntold(head.name(), files.bytes());
    }
    if (given > decoder.largestBytes()) {
      throw new MalformedDataException(
          Reason.TOO_LARGE,
          "recording",
          "at most %d bytes decoded; see memory-limit-mib".formatted(decoder.largestBytes()),
          given + "");
    }
    return Footprint.of(files.bytes(), given, nonFinite == NonFinite.KEEP ? 0 : given);
  }

  /// Decoded values go to a scratch file if the header tells how many there are, and interruptions
  /// are not filled.
  @Override
  public Optional<StoredSource> predictStored(SourceHead head) throws MalformedDataException {
    RecordingFacts facts;
    try {
      facts = decoder.format(head.name(), head.head()).facts(new HeadFiles(head), head.name());
    } catch (IOException notToldByTheHead) {
      return Optional.empty();
    }
    List<TrackFacts> kept =
        facts.tracks().stream()
            .filter(track -> decoder.options().channels().keeps(track.channel().label()))
            .toList();
    long columns = kept.stream().mapToLong(TrackFacts::timePoints).max().orElse(0);
    if (decoder.options().gaps() == GapPolicy.FILL || columns > Integer.MAX_VALUE - 8) {
      return Optional.empty();
    }
    double rate = kept.stream().mapToDouble(track -> track.rate().hertz()).max().orElse(0);
    StoredData data = new StoredData(kept.size(), columns, decoder.precision().bytes(), rate);
    long rows = nonFinite == NonFinite.KEEP ? 0 : data.rowsInDouble(2);
    return Optional.of(new StoredSource(data, RecordingSpill.WORKING_BYTES + rows));
  }

  private long decodedBytes(RecordingFacts facts) {
    double values =
        facts.tracks().stream()
            .filter(track -> decoder.options().channels().keeps(track.channel().label()))
            .mapToDouble(TrackFacts::timePoints)
            .sum();
    boolean filled =
        decoder.options().gaps() == GapPolicy.FILL && facts.format().endsWith(INTERRUPTED);
    double most = filled ? GapPolicy.mostFilled((long) values) : values;
    return (long) (most * decoder.precision().bytes());
  }

  @Override
  public Item map(Item item) throws MalformedDataException {
    SourceObjects source = (SourceObjects) item.data();
    RecordingDecoder.Decoded raw = decoder.decode(source);
    Recording decoded = raw.knownFinite() ? raw.recording() : nonFinite.apply(raw.recording());
    List<Annotation> all = annotations(source, decoded);
    return item.withData(decoded.withAnnotations(spans.apply(all, decoded.durationSeconds())))
        .withRecorded("source-duration-seconds", decoded.durationSeconds())
        .withRecorded("source-sampling-rate-hz", decoded.rate().hertz());
  }

  private List<Annotation> annotations(SourceObjects source, Recording recording)
      throws MalformedDataException {
    return switch (annotations) {
      case OWN -> recording.annotations();
      case BESIDE -> events.read(source, recording);
      case BOTH ->
          Stream.concat(recording.annotations().stream(), events.read(source, recording).stream())
              .toList();
    };
  }
}
