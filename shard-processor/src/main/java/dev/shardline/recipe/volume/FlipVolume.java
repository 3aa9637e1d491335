package dev.shardline.recipe.volume;

import dev.shardline.recipe.Footprint;
import dev.shardline.recipe.Parameter;
import dev.shardline.recipe.ParameterType;
import dev.shardline.recipe.StepFactory;
import dev.shardline.volume.Axis;
import dev.shardline.volume.Volume;
import dev.shardline.volume.geometry.Reorientation;
import java.util.List;

/// Lets one axis of every volume run the other way. The affine follows, so that voxels keep their
/// place in the patient. Not an augmentation.
record FlipVolume(Axis axis) implements SpatialStep {
  private static final String NAME = "flip-volume";

  private static final Parameter<Axis> AXIS =
      Parameter.required("axis", ParameterType.choice(Axis.class), "the axis to turn round");

  static final StepFactory FACTORY =
      new VolumeStepFactory(
          NAME,
          "lets one axis of every volume run the other way",
          List.of(AXIS),
          arguments -> new FlipVolume(arguments.value(AXIS)));

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
  public Volume apply(Volume volume) {
    return Reorientation.flip(volume, axis);
  }
}
