package dev.shardline.recipe.volume;

import dev.shardline.failure.MalformedDataException;
import dev.shardline.recipe.Footprint;
import dev.shardline.recipe.Item;
import dev.shardline.recipe.Parameter;
import dev.shardline.recipe.ParameterType;
import dev.shardline.recipe.StepFactory;
import dev.shardline.volume.Volume;
import dev.shardline.volume.intensity.ZScore;
import dev.shardline.volume.intensity.ZScore.Outside;
import dev.shardline.volume.statistics.Moments;
import java.util.List;

/// Brings a volume to mean 0 and deviation 1 over a region, and records `mean`, `deviation` and the
/// region's `foreground-fraction`.
record ZScoreVolume(RegionChoice over, Outside outside) implements VolumeStep {
  private static final String NAME = "z-score-volume";

  private static final Parameter<RegionChoice> OVER = RegionChoice.parameter(RegionChoice.WHOLE);
  private static final Parameter<Outside> OUTSIDE =
      Parameter.of(
          "outside",
          ParameterType.choice(Outside.class),
          Outside.KEEP,
          "what becomes of voxels that are not in the region");

  static final StepFactory FACTORY =
      new VolumeStepFactory(
          NAME,
          "brings volumes to mean 0 and deviation 1 over a region",
          List.of(OVER, OUTSIDE),
          arguments -> new ZScoreVolume(arguments.value(OVER), arguments.value(OUTSIDE)));

  @Override
  public String name() {
    return NAME;
  }

  /// The region's values are let go before as many are made.
  @Override
  public Footprint footprint(long dataBytes) {
    return Footprint.of(dataBytes, dataBytes, over.maskBytes(dataBytes));
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
    return taken.isWhole() && (over == RegionChoice.WHOLE || over == RegionChoice.NONZERO);
  }

  @Override
  public boolean takesUnread() {
    return true;
  }

  @Override
  public Item map(Item item) throws MalformedDataException {
    Volume volume = VolumeStep.unread(item);
    ZScore score = new ZScore(over.of(item), outside);
    Moments moments = score.statisticsOf(volume);
    return item.withData(score.apply(volume, moments))
        .withRecorded("mean", moments.mean())
        .withRecorded("deviation", moments.deviation())
        .withRecorded("foreground-fraction", (double) moments.count() / volume.shape().voxels());
  }
}
