package dev.shardline.recipe.volume;

import dev.shardline.recipe.Footprint;
import dev.shardline.recipe.Item;
import dev.shardline.recipe.Parameter;
import dev.shardline.recipe.ParameterType;
import dev.shardline.recipe.StepFactory;
import dev.shardline.volume.Volume;
import dev.shardline.volume.VolumeGrid;
import dev.shardline.volume.VolumeShape;
import dev.shardline.volume.geometry.Cropping;
import java.util.List;

/// Brings volumes to one shape without touching their scale. Companions are padded with 0.
///
/// @param shape voxels along x, y, z
/// @param padding value of new voxels
record PadOrCropVolume(List<Integer> shape, float padding) implements PaddingStep {
  private static final String NAME = "pad-or-crop-volume";

  private static final Parameter<List<Integer>> SHAPE =
      Parameter.required(
          "shape",
          new PerAxisType<>(ParameterType.integer(1, 16_384)),
          "voxels along x, y and z: one value or a list of three");
  private static final Parameter<Double> PADDING =
      Parameter.of("padding", ParameterType.number(), 0.0, "value of new voxels");

  static final StepFactory FACTORY =
      new VolumeStepFactory(
          NAME,
          "pads or cuts volumes about their centre, each axis for itself",
          List.of(SHAPE, PADDING),
          arguments ->
              new PadOrCropVolume(arguments.value(SHAPE), arguments.value(PADDING).floatValue()));

  @Override
  public String name() {
    return NAME;
  }

  @Override
  public Footprint footprint(long dataBytes) {
    long given = (long) Float.BYTES * shape.get(0) * shape.get(1) * shape.get(2);
    return Footprint.of(dataBytes, given, 0);
  }

  /// Where it begins does not matter to its size.
  @Override
  public VolumeGrid gridFrom(VolumeGrid taken) {
    return new VolumeGrid(
        new VolumeShape(shape.get(0), shape.get(1), shape.get(2), taken.shape().timePoints()),
        taken.affine());
  }

  @Override
  public boolean changesCompanions() {
    return true;
  }

  @Override
  public Item map(Item item) {
    return VolumeStep.withCompanions(item, companion -> change(companion, 0))
        .withData(change(VolumeStep.unread(item), padding));
  }

  private Volume change(Volume volume, float value) {
    return Cropping.padOrCrop(volume, shape.get(0), shape.get(1), shape.get(2), value);
  }
}
