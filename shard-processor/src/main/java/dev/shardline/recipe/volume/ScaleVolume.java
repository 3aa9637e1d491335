package dev.shardline.recipe.volume;

import dev.shardline.failure.MalformedDataException;
import dev.shardline.recipe.Footprint;
import dev.shardline.recipe.Item;
import dev.shardline.recipe.Parameter;
import dev.shardline.recipe.ParameterType;
import dev.shardline.recipe.StepFactory;
import dev.shardline.volume.Volume;
import dev.shardline.volume.intensity.HistogramEqualisation;
import dev.shardline.volume.intensity.Region;
import dev.shardline.volume.intensity.Scaling;
import java.util.List;

/// Scales a volume by nothing but its own values.
///
/// @param low for [Method#MIN_MAX]
/// @param high for [Method#MIN_MAX]
/// @param gamma for [Method#GAMMA]
record ScaleVolume(Method method, RegionChoice over, double low, double high, double gamma)
    implements VolumeStep {
  /// How values are scaled.
  enum Method {
    /// The least value becomes `low`, the greatest `high`.
    MIN_MAX,
    /// By median and distance of the quartiles.
    ROBUST,
    /// To a power, between least and greatest value.
    GAMMA,
    /// So that every range of values from 0 to 1 holds equally many voxels.
    EQUALISE
  }

  private static final String NAME = "scale-volume";
  private static final int BINS = 256;

  private static final Parameter<Method> METHOD =
      Parameter.of(
          "method", ParameterType.choice(Method.class), Method.MIN_MAX, "how values are scaled");
  private static final Parameter<RegionChoice> OVER = RegionChoice.parameter(RegionChoice.WHOLE);
  private static final Parameter<Double> LOW =
      Parameter.of("low", ParameterType.number(), 0.0, "for min-max: what the least becomes");
  private static final Parameter<Double> HIGH =
      Parameter.of("high", ParameterType.number(), 1.0, "for min-max: what the greatest becomes");
  private static final Parameter<Double> GAMMA =
      Parameter.of(
          "gamma",
          ParameterType.number(0.01, 100),
          1.0,
          "for gamma: below 1 brightens, above 1 darkens");

  static final StepFactory FACTORY =
      new VolumeStepFactory(
          NAME,
          "scales volumes by their own values: min-max, robust, gamma, equalise",
          List.of(METHOD, OVER, LOW, HIGH, GAMMA),
          arguments ->
              new ScaleVolume(
                  arguments.value(METHOD),
                  arguments.value(OVER),
                  arguments.value(LOW),
                  arguments.value(HIGH),
                  arguments.value(GAMMA)));

  @Override
  public String name() {
    return NAME;
  }

  @Override
  public Footprint footprint(long dataBytes) {
    return Footprint.of(dataBytes, dataBytes, over.workingBytes(dataBytes));
  }

  @Override
  public Item map(Item item) throws MalformedDataException {
    return item.withData(scale(VolumeStep.volume(item), over.of(item)));
  }

  private Volume scale(Volume volume, Region region) throws MalformedDataException {
    return switch (method) {
      case MIN_MAX -> Scaling.minMax(volume, region, low, high);
      case ROBUST -> Scaling.robust(volume, region);
      case GAMMA -> Scaling.gamma(volume, gamma);
      case EQUALISE -> new HistogramEqualisation(region, BINS).apply(volume);
    };
  }
}
