package dev.shardline.recipe.image;

import dev.shardline.image.Image;
import dev.shardline.image.geometry.Centred;
import dev.shardline.recipe.Footprint;
import dev.shardline.recipe.Item;
import dev.shardline.recipe.Parameter;
import dev.shardline.recipe.ParameterType;
import dev.shardline.recipe.StepFactory;
import java.util.List;

/// Brings pictures to one size without touching their scale.
///
/// @param height rows of the result
/// @param width columns of the result
record PadOrCropImage(int height, int width) implements ImageStep {
  private static final String NAME = "pad-or-crop-image";
  private static final int LONGEST_EDGE = 16_384;
  private static final long LARGEST_PIXEL = 4 * Float.BYTES;

  private static final Parameter<Integer> HEIGHT =
      Parameter.required("height", ParameterType.integer(1, LONGEST_EDGE), "rows");
  private static final Parameter<Integer> WIDTH =
      Parameter.required("width", ParameterType.integer(1, LONGEST_EDGE), "columns");

  static final StepFactory FACTORY =
      new ImageStepFactory(
          NAME,
          "pads with zeros or cuts about the centre, each axis for itself",
          List.of(HEIGHT, WIDTH),
          arguments -> new PadOrCropImage(arguments.value(HEIGHT), arguments.value(WIDTH)));

  @Override
  public String name() {
    return NAME;
  }

  @Override
  public Footprint footprint(long dataBytes) {
    return Footprint.of(dataBytes, LARGEST_PIXEL * height * width, 0);
  }

  @Override
  public Image apply(Image image) {
    return Centred.padOrCrop(image, height, width);
  }

  @Override
  public Item map(Item item) {
    return ImageStep.withCompanions(item, this::apply).withData(apply(ImageStep.picture(item)));
  }
}
