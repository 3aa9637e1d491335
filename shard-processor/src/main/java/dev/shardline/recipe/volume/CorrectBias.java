package dev.shardline.recipe.volume;

import dev.shardline.failure.MalformedDataException;
import dev.shardline.recipe.Arguments;
import dev.shardline.recipe.Footprint;
import dev.shardline.recipe.Item;
import dev.shardline.recipe.Parameter;
import dev.shardline.recipe.ParameterType;
import dev.shardline.recipe.StepFactory;
import dev.shardline.volume.Volume;
import dev.shardline.volume.bias.BiasCorrection;
import dev.shardline.volume.bias.BiasSettings;
import java.util.List;

/// Takes the slow brightness changes of the coil out of a 3-D volume (N4).
record CorrectBias(RegionChoice over, BiasSettings settings) implements VolumeStep {
  /// Arrays of the voxels to which the field is fitted, some of them in double precision.
  private static final long SAMPLE_ARRAYS = 12;

  private static final String NAME = "correct-bias";

  private static final Parameter<RegionChoice> OVER = RegionChoice.parameter(RegionChoice.OTSU);
  private static final Parameter<Integer> SHRINK =
      Parameter.of(
          "shrink",
          ParameterType.integer(1, 16),
          BiasSettings.STANDARD.shrink(),
          "look at every so many-th voxel along each axis");
  private static final Parameter<Integer> LEVELS =
      Parameter.of(
          "levels",
          ParameterType.integer(1, 8),
          BiasSettings.STANDARD.levels(),
          "how often the field's grid is refined");
  private static final Parameter<Integer> ITERATIONS =
      Parameter.of(
          "iterations",
          ParameterType.integer(1, 1000),
          BiasSettings.STANDARD.iterations(),
          "at most so many at each level");

  static final StepFactory FACTORY =
      new VolumeStepFactory(
          NAME,
          "takes the slow brightness changes of the coil out of volumes (N4)",
          List.of(OVER, SHRINK, LEVELS, ITERATIONS),
          CorrectBias::of);

  private static CorrectBias of(Arguments arguments) {
    return new CorrectBias(
        arguments.value(OVER),
        BiasSettings.STANDARD.with(
            arguments.value(SHRINK), arguments.value(LEVELS), arguments.value(ITERATIONS)));
  }

  @Override
  public String name() {
    return NAME;
  }

  @Override
  public Footprint footprint(long dataBytes) {
    long samples = SAMPLE_ARRAYS * dataBytes / (long) Math.pow(settings.shrink(), 3);
    return Footprint.of(dataBytes, dataBytes, Math.max(dataBytes, samples));
  }

  @Override
  public Item map(Item item) throws MalformedDataException {
    Volume volume = VolumeStep.volume(item);
    return item.withData(new BiasCorrection(settings).apply(volume, over.of(item).maskOf(volume)));
  }
}
