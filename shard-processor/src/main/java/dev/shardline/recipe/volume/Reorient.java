package dev.shardline.recipe.volume;

import dev.shardline.failure.UsageException;
import dev.shardline.recipe.Footprint;
import dev.shardline.recipe.Parameter;
import dev.shardline.recipe.ParameterType;
import dev.shardline.recipe.StepFactory;
import dev.shardline.volume.Volume;
import dev.shardline.volume.VolumeGrid;
import dev.shardline.volume.geometry.Orientation;
import dev.shardline.volume.geometry.Reorientation;
import java.util.List;

/// Turns every volume to the same orientation by swapping and flipping axes.
record Reorient(Orientation target) implements SpatialStep {
  private static final String NAME = "reorient";

  private static final Parameter<String> TO =
      Parameter.of(
          "to",
          ParameterType.text(),
          "RAS",
          "which way x, y and z run: R or L, A or P, S or I, such as RAS or LPS");

  static final StepFactory FACTORY =
      new VolumeStepFactory(
          NAME,
          "turns volumes to one orientation by swapping and flipping axes; values stay",
          List.of(TO),
          arguments -> of(arguments.value(TO)));

  private static Reorient of(String codes) {
    try {
      return new Reorient(Orientation.ofCodes(codes));
    } catch (IllegalArgumentException e) {
      throw new UsageException("`reorient`: " + e.getMessage(), e);
    }
  }

  @Override
  public String name() {
    return NAME;
  }

  @Override
  public boolean sharesVoxels() {
    return true;
  }

  @Override
  public Footprint footprint(long dataBytes) {
    return new Footprint(dataBytes, dataBytes);
  }

  @Override
  public VolumeGrid gridFrom(VolumeGrid taken) {
    return Reorientation.to(taken, target);
  }

  @Override
  public Volume apply(Volume volume) {
    return Reorientation.to(volume, target);
  }
}
