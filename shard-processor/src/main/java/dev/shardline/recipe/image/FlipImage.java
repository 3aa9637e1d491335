package dev.shardline.recipe.image;

import dev.shardline.image.Image;
import dev.shardline.image.geometry.Flip;
import dev.shardline.recipe.Item;
import dev.shardline.recipe.Parameter;
import dev.shardline.recipe.ParameterType;
import dev.shardline.recipe.StepFactory;
import java.util.List;

/// Mirrors every picture, to bring data of another convention into line. Not an augmentation.
///
/// @param direction which sides change places
record FlipImage(Flip direction) implements ImageStep {
  private static final String NAME = "flip-image";

  private static final Parameter<Flip> DIRECTION =
      Parameter.required(
          "direction", ParameterType.choice(Flip.class), "which sides change places");

  static final StepFactory FACTORY =
      new ImageStepFactory(
          NAME,
          "mirrors every picture",
          List.of(DIRECTION),
          arguments -> new FlipImage(arguments.value(DIRECTION)));

  @Override
  public String name() {
    return NAME;
  }

  @Override
  public Image apply(Image image) {
    return direction.apply(image);
  }

  @Override
  public Item map(Item item) {
    return ImageStep.withCompanions(item, this::apply).withData(apply(ImageStep.picture(item)));
  }
}
