package dev.shardline.recipe.signal;

import dev.shardline.data.DataKind;
import dev.shardline.data.Tensor;
import dev.shardline.failure.MalformedDataException;
import dev.shardline.recipe.Arguments;
import dev.shardline.recipe.Footprint;
import dev.shardline.recipe.Item;
import dev.shardline.recipe.MapStep;
import dev.shardline.recipe.Parameter;
import dev.shardline.recipe.ParameterType;
import dev.shardline.recipe.Signature;
import dev.shardline.recipe.StepFactory;
import dev.shardline.signal.Recording;
import dev.shardline.signal.RowTensors;
import dev.shardline.signal.SignalChannel;
import dev.shardline.signal.Traces;
import dev.shardline.signal.spectrum.Scaling;
import dev.shardline.signal.spectrum.Segments;
import dev.shardline.signal.spectrum.Sides;
import dev.shardline.signal.spectrum.Spectrogram;
import dev.shardline.signal.spectrum.SpectrogramMode;
import dev.shardline.signal.spectrum.Spectrum.PowerUnit;
import dev.shardline.signal.spectrum.Trend;
import dev.shardline.signal.window.Window;
import dev.shardline.signal.window.WindowParser;
import java.util.List;
import java.util.stream.Stream;

/// Power, or what else the mode tells, over frequency and time: axes signal channel, frequency,
/// segment, and for complex values real and imaginary part. Records `frequency-step-hz`, `sides`,
/// `time-from-seconds` and `time-step-seconds` (of the segments' centres), and the values' units.
record SpectrogramStep(
    Window window,
    SegmentParameters segments,
    Trend trend,
    Scaling scaling,
    Sides sides,
    SpectrogramMode mode)
    implements MapStep {
  private static final String NAME = "spectrogram";

  private static final Parameter<SpectrogramMode> MODE =
      Parameter.of(
          "mode",
          ParameterType.choice(SpectrogramMode.class),
          SpectrogramMode.PSD,
          "psd: power; complex: real and imaginary part on a last axis; magnitude; angle; phase:"
              + " the angle without jumps over frequency");

  static final StepFactory FACTORY =
      new SignalStepFactory(
          NAME,
          "estimates power over frequency and time as scipy.signal.spectrogram does",
          Stream.concat(
                  SegmentParameters.ALL.stream(),
                  List.of(WelchPsd.WINDOW, WelchPsd.TREND, WelchPsd.SCALING, WelchPsd.SIDES, MODE)
                      .stream())
              .toList(),
          SpectrogramStep::of);

  private static SpectrogramStep of(Arguments arguments) {
    return new SpectrogramStep(
        WindowParser.parse(arguments.value(WelchPsd.WINDOW)),
        SegmentParameters.read(NAME, arguments),
        arguments.value(WelchPsd.TREND),
        arguments.value(WelchPsd.SCALING),
        arguments.value(WelchPsd.SIDES),
        arguments.value(MODE));
  }

  @Override
  public String name() {
    return NAME;
  }

  @Override
  public Signature signature() {
    return Signature.of(DataKind.RECORDING, DataKind.TENSOR);
  }

  /// Half-overlapping segments give about as many values as the recording has, on each side and for
  /// each part.
  @Override
  public Footprint footprint(long dataBytes) {
    long given = segments.growth() * (sides == Sides.TWO_SIDED ? 2 : 1) * mode.parts() * dataBytes;
    return Footprint.of(dataBytes, 2 * given, 4 * given);
  }

  @Override
  public Item map(Item item) throws MalformedDataException {
    Recording recording = RecordingStep.recording(item);
    return RecordingStep.suited(NAME, recording, () -> estimated(item, recording));
  }

  private Item estimated(Item item, Recording recording) {
    double rate = recording.rate().hertz();
    Segments cut = segments.of(recording.rate(), recording.timePoints());
    Spectrogram spectrogram = new Spectrogram(window, cut, trend, scaling, sides, mode, rate);
    Traces images = recording.traces().mapRows(spectrogram::estimate);
    Tensor flat = RowTensors.of(images);
    int bins = spectrogram.frequencies().length;
    int segmentCount = images.timePoints() / bins / mode.parts();
    int[] shape =
        mode == SpectrogramMode.COMPLEX
            ? new int[] {images.channels(), bins, segmentCount, mode.parts()}
            : new int[] {images.channels(), bins, segmentCount};
    return RecordingToTensor.described(item, recording.channels())
        .withRecorded("power-units", recording.channels().stream().map(this::unit).toList())
        .withRecorded("sides", sides == Sides.TWO_SIDED ? "two-sided" : "one-sided")
        .withRecorded("frequency-step-hz", rate / cut.fftLength())
        .withRecorded("time-from-seconds", cut.length() / 2.0 / rate)
        .withRecorded("time-step-seconds", cut.step() / rate)
        .withData(Tensor.of(flat.type(), shape, flat.bytes()));
  }

  /// What a value is, given the unit of its signal.
  private String unit(SignalChannel channel) {
    PowerUnit power = scaling == Scaling.DENSITY ? PowerUnit.DENSITY : PowerUnit.POWER;
    return switch (mode) {
      case PSD -> power.of(channel);
      case COMPLEX, MAGNITUDE -> power.rootOf(channel);
      case ANGLE, PHASE -> "rad";
    };
  }
}
