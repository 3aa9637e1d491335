package dev.shardline.recipe.signal;

import dev.shardline.data.DataKind;
import dev.shardline.data.Tensor;
import dev.shardline.failure.MalformedDataException;
import dev.shardline.recipe.Arguments;
import dev.shardline.recipe.Footprint;
import dev.shardline.recipe.Item;
import dev.shardline.recipe.MapStep;
import dev.shardline.recipe.Signature;
import dev.shardline.recipe.StepFactory;
import dev.shardline.signal.Recording;
import dev.shardline.signal.RowTensors;
import dev.shardline.signal.Traces;
import dev.shardline.signal.spectrum.Scaling;
import dev.shardline.signal.spectrum.Segments;
import dev.shardline.signal.spectrum.Spectrogram;
import dev.shardline.signal.spectrum.Spectrum.PowerUnit;
import dev.shardline.signal.spectrum.Trend;
import dev.shardline.signal.window.Window;
import dev.shardline.signal.window.WindowParser;
import java.util.List;
import java.util.stream.Stream;

/// Power over frequency and time: axes signal channel, frequency, segment. Records
/// `frequency-step-hz`, `time-from-seconds` and `time-step-seconds` (of the segments' centres).
record SpectrogramStep(Window window, SegmentParameters segments, Trend trend, Scaling scaling)
    implements MapStep {
  private static final String NAME = "spectrogram";

  static final StepFactory FACTORY =
      new SignalStepFactory(
          NAME,
          "estimates power over frequency and time as scipy.signal.spectrogram does",
          Stream.concat(
                  SegmentParameters.ALL.stream(),
                  List.of(WelchPsd.WINDOW, WelchPsd.TREND, WelchPsd.SCALING).stream())
              .toList(),
          SpectrogramStep::of);

  private static SpectrogramStep of(Arguments arguments) {
    return new SpectrogramStep(
        WindowParser.parse(arguments.value(WelchPsd.WINDOW)),
        SegmentParameters.read(NAME, arguments),
        arguments.value(WelchPsd.TREND),
        arguments.value(WelchPsd.SCALING));
  }

  @Override
  public String name() {
    return NAME;
  }

  @Override
  public Signature signature() {
    return Signature.of(DataKind.RECORDING, DataKind.TENSOR);
  }

  /// Half-overlapping segments give about as many values as the recording has.
  @Override
  public Footprint footprint(long dataBytes) {
    return Footprint.of(dataBytes, 2 * dataBytes, 4 * dataBytes);
  }

  @Override
  public Item map(Item item) throws MalformedDataException {
    Recording recording = RecordingStep.recording(item);
    return RecordingStep.suited(NAME, recording, () -> estimated(item, recording));
  }

  private Item estimated(Item item, Recording recording) {
    double rate = recording.rate().hertz();
    Segments cut = segments.of(recording.rate(), recording.timePoints());
    Spectrogram spectrogram = new Spectrogram(window, cut, trend, scaling, rate);
    Traces images = recording.traces().mapRows(spectrogram::estimate);
    Tensor flat = RowTensors.of(images);
    int bins = spectrogram.frequencies().length;
    int[] shape = {images.channels(), bins, images.timePoints() / bins};
    PowerUnit unit = scaling == Scaling.DENSITY ? PowerUnit.DENSITY : PowerUnit.POWER;
    return RecordingToTensor.described(item, recording.channels())
        .withRecorded("power-units", recording.channels().stream().map(unit::of).toList())
        .withRecorded("frequency-step-hz", rate / cut.fftLength())
        .withRecorded("time-from-seconds", cut.length() / 2.0 / rate)
        .withRecorded("time-step-seconds", cut.step() / rate)
        .withData(Tensor.of(flat.type(), shape, flat.bytes()));
  }
}
