package dev.shardline.recipe.signal;

import dev.shardline.data.DataKind;
import dev.shardline.failure.MalformedDataException;
import dev.shardline.failure.UsageException;
import dev.shardline.recipe.Arguments;
import dev.shardline.recipe.Emitter;
import dev.shardline.recipe.Footprint;
import dev.shardline.recipe.Item;
import dev.shardline.recipe.Parameter;
import dev.shardline.recipe.ParameterType;
import dev.shardline.recipe.Signature;
import dev.shardline.recipe.Step;
import dev.shardline.recipe.StepFactory;
import dev.shardline.recipe.StoredData;
import dev.shardline.recipe.StoredFootprint;
import dev.shardline.signal.Recording;
import dev.shardline.signal.epoch.FixedWindows;
import dev.shardline.signal.epoch.FixedWindows.Last;
import dev.shardline.signal.label.ExcludedSpans;
import java.util.List;
import java.util.Optional;

/// Cuts a recording into epochs of one length at a fixed stride, one item each.
///
/// @param seconds of a window; rounded to time points, halves to even
/// @param stride seconds from the start of a window to the start of the next
record FixedWindowsStep(double seconds, double stride, Last last, ExcludedSpans excluded)
    implements Step {
  private static final String NAME = "fixed-windows";
  private static final double LONGEST = 1e9;

  private static final Parameter<Double> SECONDS =
      Parameter.required("seconds", ParameterType.number(1e-6, LONGEST), "length of a window");
  private static final Parameter<Double> OVERLAP =
      Parameter.of(
          "overlap-seconds",
          ParameterType.number(0, LONGEST),
          0.0,
          "what neighbours share; below the length");
  private static final Parameter<Last> LAST =
      Parameter.of(
          "last",
          ParameterType.choice(Last.class),
          Last.DROP,
          "what becomes of the rest; align: one more window that ends with the recording");

  static final StepFactory FACTORY =
      new SignalStepFactory(
          NAME,
          "cuts recordings into epochs of one length, one record each",
          List.of(SECONDS, OVERLAP, LAST, ExclusionParameter.EXCLUDE),
          FixedWindowsStep::of);

  private static FixedWindowsStep of(Arguments arguments) {
    double seconds = arguments.value(SECONDS);
    double overlap = arguments.value(OVERLAP);
    if (overlap >= seconds) {
      throw new UsageException(
          "`fixed-windows` needs `overlap-seconds` below `seconds`, found %s and %s"
              .formatted(overlap, seconds));
    }
    return new FixedWindowsStep(
        seconds, seconds - overlap, arguments.value(LAST), ExclusionParameter.read(arguments));
  }

  @Override
  public String name() {
    return NAME;
  }

  @Override
  public Signature signature() {
    return Signature.of(DataKind.RECORDING, DataKind.RECORDING).emittingMany();
  }

  /// All windows together hold each value as often as windows overlap.
  @Override
  public Footprint footprint(long dataBytes) {
    double copies = Math.ceil(seconds / stride) + 1;
    return Footprint.of(dataBytes, (long) Math.min(copies * dataBytes, Long.MAX_VALUE / 4.0), 0);
  }

  /// One window at a time.
  @Override
  public Optional<StoredFootprint> storedFootprint(StoredData taken) {
    double windows = taken.columns() / (stride * taken.columnsPerSecond()) + 2;
    Footprint window = Footprint.of(0, taken.bytesOf(seconds), 0);
    return Optional.of(new StoredFootprint.InMemory(window.times((long) windows)));
  }

  @Override
  public void apply(Item item, Emitter emitter) throws MalformedDataException {
    Recording recording = RecordingStep.recording(item);
    FixedWindows windows = RecordingStep.suited(NAME, recording, () -> windows(recording));
    int[] starts = windows.starts(recording.timePoints());
    if (starts.length == 0) {
      emitter.drop(
          "too-short", "%s s are shorter than a window".formatted(recording.durationSeconds()));
    }
    WindowEmission emission = new WindowEmission(item, excluded, emitter);
    for (int start : starts) {
      emission.emit(start, windows.length(), window -> window);
    }
  }

  private FixedWindows windows(Recording recording) {
    return new FixedWindows(
        Math.toIntExact(recording.rate().timePoints(seconds)),
        Math.toIntExact(recording.rate().timePoints(stride)),
        last);
  }
}
