package dev.shardline.signal.probe;

import dev.shardline.signal.format.RecordingFormat;
import dev.shardline.signal.format.brainvision.BrainVisionFormat;
import dev.shardline.signal.format.edf.EdfFormat;
import dev.shardline.signal.format.onda.OndaFormat;
import dev.shardline.signal.format.table.TableFormat;
import dev.shardline.signal.format.table.TableOptions;
import dev.shardline.signal.format.wav.WavFormat;
import dev.shardline.signal.format.wfdb.WfdbFormat;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/// The formats that say all of themselves, by the name of a sample's main file. Arrays and tables
/// without a JSON file are not among them: somebody must state their rate.
public final class SignalFormats {
  private static final String PHYSIOLOGY = "_physio.tsv.gz";
  private static final Map<String, RecordingFormat> BY_EXTENSION =
      Map.of(
          "edf", new EdfFormat(),
          "bdf", new EdfFormat(),
          "hea", new WfdbFormat(),
          "vhdr", new BrainVisionFormat(),
          "arrow", new OndaFormat(),
          "wav", new WavFormat());

  private SignalFormats() {}

  /// The format of a main file of this name; empty if it is no main file of any.
  public static Optional<RecordingFormat> ofFileName(String fileName) {
    String name = fileName.toLowerCase(Locale.ROOT);
    if (name.endsWith(PHYSIOLOGY)) {
      return Optional.of(new TableFormat(TableOptions.FROM_SIDECAR));
    }
    int dot = name.lastIndexOf('.');
    return dot < 0
        ? Optional.empty()
        : Optional.ofNullable(BY_EXTENSION.get(name.substring(dot + 1)));
  }
}
