package dev.shardline.recipe.volume;

import dev.shardline.failure.MalformedDataException;
import dev.shardline.failure.UsageException;
import dev.shardline.recipe.Arguments;
import dev.shardline.recipe.Footprint;
import dev.shardline.recipe.Item;
import dev.shardline.recipe.Parameter;
import dev.shardline.recipe.ParameterType;
import dev.shardline.recipe.StepFactory;
import dev.shardline.volume.Volume;
import dev.shardline.volume.intensity.LinearMap;
import dev.shardline.volume.intensity.PercentileRange;
import java.util.List;

/// Cuts values off at two percentiles of a region, and scales what lies between if asked to.
/// Records the two values as `percentiles`.
///
/// @param range what the percentiles become: two values; empty to leave the scale alone
record PercentileClip(RegionChoice over, double lower, double upper, List<Double> range)
    implements VolumeStep {
  private static final String NAME = "percentile-clip";

  private static final Parameter<RegionChoice> OVER = RegionChoice.parameter(RegionChoice.WHOLE);
  private static final Parameter<Double> LOWER =
      Parameter.of("lower", ParameterType.number(0, 100), 0.5, "lower percentile, in percent");
  private static final Parameter<Double> UPPER =
      Parameter.of("upper", ParameterType.number(0, 100), 99.5, "upper percentile, in percent");
  private static final Parameter<List<Double>> RANGE =
      Parameter.of(
          "range",
          ParameterType.list(ParameterType.number(), 0, 2),
          List.of(),
          "what the two percentiles become, such as [0, 1]; left out, the scale stays");

  static final StepFactory FACTORY =
      new VolumeStepFactory(
          NAME,
          "cuts values off at two percentiles, and scales them if asked to",
          List.of(OVER, LOWER, UPPER, RANGE),
          PercentileClip::of);

  private static PercentileClip of(Arguments arguments) {
    double lower = arguments.value(LOWER);
    double upper = arguments.value(UPPER);
    if (lower >= upper) {
      throw new UsageException(
          "`percentile-clip` needs `lower` below `upper`, found %s and %s".formatted(lower, upper));
    }
    List<Double> range = arguments.value(RANGE);
    if (range.size() == 1) {
      throw new UsageException("`percentile-clip` needs two values in `range`, found one");
    }
    return new PercentileClip(arguments.value(OVER), lower, upper, range);
  }

  @Override
  public String name() {
    return NAME;
  }

  /// The region's values are let go before as many are made.
  @Override
  public Footprint footprint(long dataBytes) {
    long besides = over == RegionChoice.NONZERO ? dataBytes : over.maskBytes(dataBytes);
    return Footprint.of(dataBytes, dataBytes, besides);
  }

  /// The region's values.
  @Override
  public long passingBytes(long dataBytes) {
    return over.workingBytes(dataBytes);
  }

  @Override
  public boolean keepsTaken() {
    return true;
  }

  @Override
  public boolean makesNoArray(Volume taken) {
    return over == RegionChoice.WHOLE && taken.sharesValues();
  }

  @Override
  public Item map(Item item) throws MalformedDataException {
    Volume volume = VolumeStep.volume(item);
    double[] ends = new PercentileRange(over.of(item), lower, upper).of(volume);
    Volume changed =
        range.isEmpty()
            ? PercentileRange.clip(volume, ends)
            : new LinearMap(ends[0], ends[1], range.get(0), range.get(1), true).apply(volume);
    return item.withData(changed).withRecorded("percentiles", List.of(ends[0], ends[1]));
  }
}
