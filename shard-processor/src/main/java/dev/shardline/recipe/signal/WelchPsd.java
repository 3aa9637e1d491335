package dev.shardline.recipe.signal;

import dev.shardline.recipe.Arguments;
import dev.shardline.recipe.Footprint;
import dev.shardline.recipe.Parameter;
import dev.shardline.recipe.ParameterType;
import dev.shardline.recipe.StepFactory;
import dev.shardline.recipe.StoredData;
import dev.shardline.recipe.StoredFootprint;
import dev.shardline.signal.EncodedTraces;
import dev.shardline.signal.Float32Traces;
import dev.shardline.signal.Recording;
import dev.shardline.signal.StoredTraces;
import dev.shardline.signal.Traces;
import dev.shardline.signal.lanes.LaneWelch;
import dev.shardline.signal.spectrum.Average;
import dev.shardline.signal.spectrum.Scaling;
import dev.shardline.signal.spectrum.Sides;
import dev.shardline.signal.spectrum.Spectrum;
import dev.shardline.signal.spectrum.Spectrum.PowerUnit;
import dev.shardline.signal.spectrum.Trend;
import dev.shardline.signal.spectrum.Welch;
import dev.shardline.signal.spectrum.WelchSettings;
import dev.shardline.signal.window.Window;
import dev.shardline.signal.window.WindowParser;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/// Welch's estimate of every signal channel's power spectrum.
record WelchPsd(
    Window window,
    SegmentParameters segments,
    Trend trend,
    Scaling scaling,
    Average average,
    Sides sides)
    implements SpectrumStep {
  private static final String NAME = "welch-psd";

  static final Parameter<String> WINDOW =
      Parameter.of(
          "window",
          ParameterType.text(),
          "hann",
          "any of scipy.signal.get_window: hann, flattop, kaiser(β), tukey(α), dpss(NW),"
              + " chebwin(dB) …");
  static final Parameter<Trend> TREND =
      Parameter.of(
          "detrend",
          ParameterType.choice(Trend.class),
          Trend.CONSTANT,
          "what is taken out of each segment");
  static final Parameter<Scaling> SCALING =
      Parameter.of(
          "scaling",
          ParameterType.choice(Scaling.class),
          Scaling.DENSITY,
          "density: power per Hz; spectrum: power");
  private static final Parameter<Average> AVERAGE =
      Parameter.of(
          "average",
          ParameterType.choice(Average.class),
          Average.MEAN,
          "how the segments' spectra become one");
  static final Parameter<Sides> SIDES =
      Parameter.of(
          "sides",
          ParameterType.choice(Sides.class),
          Sides.ONE_SIDED,
          "two-sided: negative frequencies behind the positive ones, SciPy's"
              + " return_onesided=False");

  /// Bytes that sixteen lanes take for each point of a segment: three segments of rows, two
  /// segments' transform, their sums in float32 and double, the totals, and factors.
  private static final long LANES_PER_POINT = 640;

  static final StepFactory FACTORY =
      new SignalStepFactory(
          NAME,
          "estimates power spectra as scipy.signal.welch does",
          Stream.concat(
                  SegmentParameters.ALL.stream(),
                  List.of(WINDOW, TREND, SCALING, AVERAGE, SIDES).stream())
              .toList(),
          WelchPsd::of);

  private static WelchPsd of(Arguments arguments) {
    return new WelchPsd(
        WindowParser.parse(arguments.value(WINDOW)),
        SegmentParameters.read(NAME, arguments),
        arguments.value(TREND),
        arguments.value(SCALING),
        arguments.value(AVERAGE),
        arguments.value(SIDES));
  }

  @Override
  public String name() {
    return NAME;
  }

  /// Row after row; a side of a spectrum has half as many values as a segment has time points.
  @Override
  public Optional<StoredFootprint> storedFootprint(StoredData taken) {
    long points = segments.points(taken.columnsPerSecond());
    long spectrum = sides.bins(points) * taken.rows() * taken.bytesPerValue();
    return Optional.of(
        new StoredFootprint.InMemory(
            Footprint.of(0, spectrum, taken.rowsInDouble(3) + LANES_PER_POINT * points)));
  }

  @Override
  public Spectrum estimate(Recording recording) {
    WelchSettings settings =
        new WelchSettings(
            window,
            segments.of(recording.rate(), recording.timePoints()),
            trend,
            sides,
            scaling,
            average);
    PowerUnit unit = scaling == Scaling.DENSITY ? PowerUnit.DENSITY : PowerUnit.POWER;
    if (recording.traces().bytesPerValue() == Float.BYTES && LaneWelch.suits(settings)) {
      LaneWelch welch = new LaneWelch(settings, recording.rate().hertz());
      Traces power =
          switch (recording.traces()) {
            case StoredTraces onDisk -> new Float32Traces(welch.estimate(onDisk));
            case EncodedTraces inBytes -> new Float32Traces(welch.estimate(inBytes));
            case Traces inMemory -> inMemory.mapFloats(welch::estimate);
          };
      return new Spectrum(recording.channels(), welch.frequencies(), power, unit);
    }
    Welch welch = new Welch(settings, recording.rate().hertz(), recording.timePoints());
    Traces power = recording.traces().mapRows(welch::estimate);
    return new Spectrum(recording.channels(), welch.frequencies(), power, unit);
  }
}
