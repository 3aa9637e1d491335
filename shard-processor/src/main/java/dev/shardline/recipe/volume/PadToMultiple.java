package dev.shardline.recipe.volume;

import dev.shardline.recipe.Footprint;
import dev.shardline.recipe.Item;
import dev.shardline.recipe.Parameter;
import dev.shardline.recipe.ParameterType;
import dev.shardline.recipe.StepFactory;
import dev.shardline.volume.VolumeGrid;
import dev.shardline.volume.geometry.Cropping;
import java.util.List;

/// Pads volumes until every extent is a multiple of a number, as networks that halve their input
/// several times need. Companions are padded with 0.
record PadToMultiple(int divisor, float padding) implements PaddingStep {
  private static final String NAME = "pad-to-multiple";

  private static final Parameter<Integer> OF =
      Parameter.required("of", ParameterType.integer(1, 1024), "what every extent is divisible by");
  private static final Parameter<Double> PADDING =
      Parameter.of("padding", ParameterType.number(), 0.0, "value of new voxels");

  static final StepFactory FACTORY =
      new VolumeStepFactory(
          NAME,
          "pads volumes on both sides until every extent is a multiple of a number",
          List.of(OF, PADDING),
          arguments ->
              new PadToMultiple(arguments.value(OF), arguments.value(PADDING).floatValue()));

  @Override
  public String name() {
    return NAME;
  }

  @Override
  public Footprint footprint(long dataBytes) {
    return Footprint.of(dataBytes, 2 * dataBytes, 0);
  }

  /// Where it begins does not matter to its size.
  @Override
  public VolumeGrid gridFrom(VolumeGrid taken) {
    return new VolumeGrid(Cropping.shapeOfMultiple(taken.shape(), divisor), taken.affine());
  }

  @Override
  public boolean changesCompanions() {
    return true;
  }

  @Override
  public Item map(Item item) {
    return VolumeStep.withCompanions(
            item, companion -> Cropping.padToMultiple(companion, divisor, 0))
        .withData(Cropping.padToMultiple(VolumeStep.unread(item), divisor, padding));
  }
}
