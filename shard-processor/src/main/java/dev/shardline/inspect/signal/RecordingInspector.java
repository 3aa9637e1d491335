package dev.shardline.inspect.signal;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.shardline.failure.MalformedDataException;
import dev.shardline.failure.Reason;
import dev.shardline.inspect.InspectedFile;
import dev.shardline.inspect.Inspection;
import dev.shardline.inspect.Inspector;
import dev.shardline.inspect.draw.RecordingSheet;
import dev.shardline.signal.Annotation;
import dev.shardline.signal.Float64Traces;
import dev.shardline.signal.Recording;
import dev.shardline.signal.RecordingHeader;
import dev.shardline.signal.RecordingReader;
import dev.shardline.signal.format.GapPolicy;
import dev.shardline.signal.format.LabelPolicy;
import dev.shardline.signal.format.LengthPolicy;
import dev.shardline.signal.format.RatePolicy;
import dev.shardline.signal.format.ReadOptions;
import dev.shardline.signal.format.RecordingFacts;
import dev.shardline.signal.format.RecordingFormat;
import dev.shardline.signal.format.SampleFiles;
import dev.shardline.signal.probe.SignalFormats;
import java.io.IOException;
import java.util.List;

/// Looks into EDF, BDF, WFDB, BrainVision, Onda, WAV and BIDS physiology. Lenient where a recipe is
/// strict: what can be read is shown. Of long recordings the first minute is read.
public final class RecordingInspector implements Inspector {
  private static final ReadOptions LENIENT =
      ReadOptions.STRICT
          .withRates(new RatePolicy.MostCommon())
          .withGaps(GapPolicy.JOIN)
          .withLabels(LabelPolicy.NUMBER)
          .withLength(LengthPolicy.WHAT_IS_THERE);

  private static final double SECONDS_READ = 60;
  private static final int MOST_VALUES = 1 << 24;

  @Override
  public String format() {
    return "EDF, BDF, WFDB, BrainVision, Onda, WAV and BIDS physiology recordings";
  }

  /// By name: of several formats the main file's first bytes tell nothing.
  @Override
  public boolean recognises(InspectedFile file) {
    return SignalFormats.ofFileName(file.name()).isPresent();
  }

  @Override
  public Inspection inspect(InspectedFile file) throws IOException, MalformedDataException {
    RecordingFormat format =
        SignalFormats.ofFileName(file.name())
            .orElseThrow(() ->
                new MalformedDataException(
                    Reason.UNSUPPORTED, "file name", "that of a recording", file.name()));
    SampleFiles files = new InspectedFolder(file);
    RecordingFacts recording = format.facts(files, file.name());
    ObjectNode facts = RecordingLines.of(recording);
    if (recording.tracks().isEmpty()) {
      RecordingLines.addAnnotations(facts, format.annotations(files, file.name()));
      return Inspection.of(recording.format(), facts);
    }
    RecordingReader reader = format.open(files, file.name(), LENIENT);
    List<Annotation> annotations = reader.annotations();
    Recording beginning = beginning(reader).withAnnotations(annotations);
    RecordingLines.addValues(facts, beginning);
    RecordingLines.addOthers(facts, recording, beginning.rate());
    RecordingLines.addAnnotations(facts, annotations);
    String title = "%s  %s".formatted(file.name(), beginning.rate());
    return Inspection.of(recording.format(), facts)
        .withDrawing(new RecordingSheet(title, beginning));
  }

  private static Recording beginning(RecordingReader reader)
      throws MalformedDataException, IOException {
    RecordingHeader header = reader.header();
    int channels = header.channels().size();
    double wanted = Math.max(1, Math.ceil(SECONDS_READ * header.rate().hertz()));
    double allowed = Math.min(wanted, Math.max(1, MOST_VALUES / channels));
    int timePoints = (int) Math.min(allowed, header.timePoints());
    double[][] rows = new double[channels][timePoints];
    reader.read(0, timePoints, rows, 0);
    return Recording.of(header.channels(), header.rate(), new Float64Traces(rows));
  }
}
