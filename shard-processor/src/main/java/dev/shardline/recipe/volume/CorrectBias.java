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
  /// For each voxel to which the field is fitted: its logarithm, twice, and the fields before and
  /// after an iteration as floats, their ratio as a double and whether it counts, 25 bytes; more,
  /// as extents are not multiples of the shrink factor.
  private static final long SAMPLE_BYTES = 32;

  /// The field's control points, what is added to them, weights, and what refining takes.
  private static final long LATTICES = 4;

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

  /// The field is fitted before the array for the result is made.
  @Override
  public Footprint footprint(long dataBytes) {
    return Footprint.of(dataBytes, dataBytes, Math.max(0, fitBytes(dataBytes) - dataBytes));
  }

  /// What the fit leaves behind is still there when the result is made.
  @Override
  public long bytesToCome(Item item) {
    long dataBytes = ForeseenVolume.of(item).bytes();
    return Footprint.sum(dataBytes, fitBytes(dataBytes));
  }

  /// What fitting the field takes: the mask, its voxels' logarithms, and control points.
  long fitBytes(long dataBytes) {
    long mask = dataBytes / Float.BYTES;
    long samples = mask / cube(settings.shrink());
    long lattices = LATTICES * Double.BYTES * cube((1 << settings.levels() - 1) + 3);
    return Footprint.sum(mask, Footprint.sum(Footprint.product(SAMPLE_BYTES, samples), lattices));
  }

  private static long cube(long edge) {
    return edge * edge * edge;
  }

  @Override
  public Item map(Item item) throws MalformedDataException {
    Volume volume = VolumeStep.volume(item);
    return item.withData(new BiasCorrection(settings).apply(volume, over.of(item)));
  }
}
