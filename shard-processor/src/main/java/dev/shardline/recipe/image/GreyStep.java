package dev.shardline.recipe.image;

import dev.shardline.image.Image;
import dev.shardline.image.intensity.Grey;
import dev.shardline.recipe.Footprint;
import dev.shardline.recipe.StepFactory;
import java.util.List;

/// One channel of several.
record GreyStep() implements ImageStep {
  private static final String NAME = "grey";

  static final StepFactory FACTORY =
      new ImageStepFactory(
          NAME,
          "makes one channel of colours, as Pillow's convert(\"L\"); 16 bits stay 16 bits",
          List.of(),
          arguments -> new GreyStep());

  @Override
  public String name() {
    return NAME;
  }

  @Override
  public Footprint footprint(long dataBytes) {
    return Footprint.ofSameSize(dataBytes);
  }

  @Override
  public Image apply(Image image) {
    return Grey.of(image);
  }
}
