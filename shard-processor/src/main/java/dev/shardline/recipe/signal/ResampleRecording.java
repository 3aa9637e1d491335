package dev.shardline.recipe.signal;

import dev.shardline.recipe.Footprint;
import dev.shardline.recipe.Parameter;
import dev.shardline.recipe.ParameterType;
import dev.shardline.recipe.StepFactory;
import dev.shardline.recipe.StoredData;
import dev.shardline.recipe.StoredFootprint;
import dev.shardline.signal.Recording;
import dev.shardline.signal.SamplingRate;
import dev.shardline.signal.Traces;
import dev.shardline.signal.lanes.LaneResampler;
import dev.shardline.signal.resample.Background;
import dev.shardline.signal.resample.FourierResampler;
import dev.shardline.signal.resample.PolyphaseResampler;
import dev.shardline.signal.resample.RateRatio;
import java.util.List;
import java.util.Optional;

/// Brings recordings to one rate. A recording that has it already stays as it is.
///
/// @param padding for [Method#FOURIER], time points at each end
/// @param largestGrowth by how many times recordings may grow; memory is set aside for it
record ResampleRecording(
    SamplingRate rate, Method method, Background background, int padding, int largestGrowth)
    implements RecordingStep {
  /// How a rate is changed.
  enum Method {
    /// By a rational factor with a zero-phase low-pass.
    POLYPHASE,
    /// By cutting or padding the Fourier transform.
    FOURIER
  }

  private static final String NAME = "resample-recording";

  private static final Parameter<Double> RATE =
      Parameter.required("rate-hz", ParameterType.number(1e-3, 1e9), "the new rate");
  private static final Parameter<Method> METHOD =
      Parameter.of(
          "method",
          ParameterType.choice(Method.class),
          Method.POLYPHASE,
          "polyphase as SciPy's resample_poly, fourier as MNE's resample");
  private static final Parameter<Background> BACKGROUND =
      Parameter.of(
          "background",
          ParameterType.choice(Background.class),
          Background.ZERO,
          "for polyphase: what lies beyond the ends, SciPy's padtype");
  private static final Parameter<Integer> PADDING =
      Parameter.of(
          "padding",
          ParameterType.integer(0, 1 << 20),
          100,
          "for fourier: time points by which each end is extended, MNE's npad");

  private static final Parameter<Integer> LARGEST_GROWTH =
      Parameter.of(
          "largest-growth",
          ParameterType.integer(1, 10_000),
          2,
          "by how many times recordings may grow; memory is set aside for it");

  static final StepFactory FACTORY =
      new SignalStepFactory(
          NAME,
          "brings recordings to one sampling rate",
          List.of(RATE, METHOD, BACKGROUND, PADDING, LARGEST_GROWTH),
          arguments ->
              new ResampleRecording(
                  new SamplingRate(arguments.value(RATE)),
                  arguments.value(METHOD),
                  arguments.value(BACKGROUND),
                  arguments.value(PADDING),
                  arguments.value(LARGEST_GROWTH)));

  @Override
  public String name() {
    return NAME;
  }

  @Override
  public Footprint footprint(long dataBytes) {
    return Footprint.of(dataBytes, largestGrowth * dataBytes, dataBytes);
  }

  /// A Fourier transform of a row takes a dozen rows.
  @Override
  public Optional<StoredFootprint> storedFootprint(StoredData taken) {
    StoredData largest = taken.withColumns(largestGrowth * taken.columns());
    int rows = method == Method.FOURIER ? 12 : 2;
    return Optional.of(
        new StoredFootprint.OnDisk(largest, taken.rowsInDouble(rows) + largest.rowsInDouble(rows)));
  }

  @Override
  public Recording apply(Recording recording) {
    if (recording.rate().equals(rate)) {
      return recording;
    }
    Traces resampled =
        switch (method) {
          case POLYPHASE -> polyphase(recording);
          case FOURIER -> fourier(recording);
        };
    return recording.withRate(rate, resampled);
  }

  private Traces polyphase(Recording recording) {
    RateRatio ratio = RateRatio.between(recording.rate().hertz(), rate.hertz());
    requireRoom(ratio.outputLength(recording.timePoints()), recording);
    Traces traces = recording.traces();
    return traces.bytesPerValue() == Float.BYTES
        ? new LaneResampler(ratio, background).resample(traces)
        : traces.mapRows(new PolyphaseResampler(ratio, background)::resample);
  }

  private Traces fourier(Recording recording) {
    double factor = rate.hertz() / recording.rate().hertz();
    FourierResampler resampler = new FourierResampler(recording.timePoints(), factor, padding);
    requireRoom(resampler.outputLength(), recording);
    return recording.traces().mapRows(resampler::resample);
  }

  /// Refuses a result that would outgrow what was allowed for.
  private void requireRoom(long timePoints, Recording recording) {
    if (timePoints > (long) largestGrowth * recording.timePoints() + 1) {
      throw new IllegalArgumentException(
          "%s is more than %d times %s; raise largest-growth"
              .formatted(rate, largestGrowth, recording.rate()));
    }
  }
}
