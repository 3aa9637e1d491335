package dev.shardline.recipe.signal;

import dev.shardline.signal.SamplingRate;
import dev.shardline.signal.SignalUnit;
import dev.shardline.signal.format.RecordingFormat;
import dev.shardline.signal.format.brainvision.BrainVisionFormat;
import dev.shardline.signal.format.edf.EdfFormat;
import dev.shardline.signal.format.npy.NpyFormat;
import dev.shardline.signal.format.npy.NpyFormat.TimeAxis;
import dev.shardline.signal.format.onda.OndaFormat;
import dev.shardline.signal.format.table.TableFormat;
import dev.shardline.signal.format.table.TableOptions;
import dev.shardline.signal.format.wav.WavFormat;
import dev.shardline.signal.format.wfdb.WfdbFormat;
import dev.shardline.signal.format.wfdb.WfdbOptions;
import dev.shardline.signal.format.wfdb.WfdbOptions.Checksums;
import dev.shardline.signal.format.wfdb.WfdbOptions.Frames;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// What files do not say of themselves and a recipe states for them.
///
/// @param rate of tables and arrays without one; null if there are none
/// @param unit of tables and arrays without one
/// @param timeAxis of arrays
/// @param annotator extension of WFDB's annotation files
record StatedFacts(
    @Nullable SamplingRate rate, SignalUnit unit, TimeAxis timeAxis, String annotator) {
  /// All formats, in the order in which they are asked whether a file is theirs.
  List<RecordingFormat> formats() {
    List<RecordingFormat> formats = new ArrayList<>();
    formats.add(new EdfFormat());
    formats.add(new WfdbFormat(new WfdbOptions(annotator, Frames.AS_STORED, Checksums.VERIFY)));
    formats.add(new BrainVisionFormat());
    formats.add(new OndaFormat());
    formats.add(new WavFormat());
    if (rate != null) {
      formats.add(new NpyFormat(rate, unit, timeAxis));
    }
    formats.add(new TableFormat(new TableOptions(rate, unit)));
    return List.copyOf(formats);
  }
}
