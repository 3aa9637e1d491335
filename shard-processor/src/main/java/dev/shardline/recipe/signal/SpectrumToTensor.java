package dev.shardline.recipe.signal;

import dev.shardline.failure.UsageException;
import dev.shardline.recipe.Arguments;
import dev.shardline.recipe.Item;
import dev.shardline.recipe.Parameter;
import dev.shardline.recipe.ParameterType;
import dev.shardline.recipe.StepFactory;
import dev.shardline.recipe.Transform;
import dev.shardline.signal.RowTensors;
import dev.shardline.signal.spectrum.Sides;
import dev.shardline.signal.spectrum.Spectrum;
import java.util.List;
import java.util.Optional;

/// The array that a shard holds of a spectrum: axes signal channel, frequency. Records
/// `signal-channels`, `units`, `power-units`, `frequency-from-hz`, `frequency-step-hz` and `sides`:
/// a two-sided spectrum is kept whole, the negative frequencies behind the positive ones.
///
/// @param low the first frequency wanted, in Hz
/// @param high the last one
record SpectrumToTensor(double low, double high) implements SpectrumFeatureStep {
  private static final String NAME = "spectrum-to-tensor";
  private static final double HIGHEST = 1e12;

  private static final Parameter<Double> FROM =
      Parameter.of("from-hz", ParameterType.number(0, HIGHEST), 0.0, "the first frequency");
  private static final Parameter<Double> TO =
      Parameter.of(
          "to-hz", ParameterType.number(0, HIGHEST), HIGHEST, "the last frequency, included");

  static final StepFactory FACTORY =
      new SignalStepFactory(
          NAME,
          "makes the array that shards hold: signal channels by frequencies",
          List.of(FROM, TO),
          SpectrumToTensor::of);

  private static SpectrumToTensor of(Arguments arguments) {
    double from = arguments.value(FROM);
    double to = arguments.value(TO);
    if (from >= to) {
      throw new UsageException(
          "`spectrum-to-tensor` needs `from-hz` below `to-hz`, found %s and %s"
              .formatted(from, to));
    }
    return new SpectrumToTensor(from, to);
  }

  @Override
  public String name() {
    return NAME;
  }

  private boolean isWhole() {
    return low == 0 && high == HIGHEST;
  }

  @Override
  public Optional<String> refusalAfter(Transform before) {
    boolean twoSided = before instanceof WelchPsd welch && welch.sides() == Sides.TWO_SIDED;
    return twoSided && !isWhole()
        ? Optional.of(
            "a two-sided spectrum is taken whole; leave out `from-hz` and `to-hz`, or `sides`")
        : Optional.empty();
  }

  @Override
  public Item describe(Item item, Spectrum spectrum) {
    Spectrum wanted = isWhole() ? spectrum : spectrum.between(low, high);
    double[] frequencies = wanted.frequencies();
    double step = spectrum.frequencies().length > 1 ? spectrum.frequencies()[1] : 0;
    return RecordingToTensor.described(item, wanted.channels())
        .withRecorded("power-units", wanted.channels().stream().map(wanted.unit()::of).toList())
        .withRecorded("frequency-from-hz", frequencies[0])
        .withRecorded("frequency-step-hz", step)
        .withRecorded("sides", wanted.isTwoSided() ? "two-sided" : "one-sided")
        .withData(RowTensors.of(wanted.power()));
  }
}
