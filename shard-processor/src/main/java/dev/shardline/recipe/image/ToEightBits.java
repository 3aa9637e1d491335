package dev.shardline.recipe.image;

import dev.shardline.failure.MalformedDataException;
import dev.shardline.image.Image;
import dev.shardline.image.intensity.Depth;
import dev.shardline.recipe.Footprint;
import dev.shardline.recipe.StepFactory;
import java.util.List;

/// 8-bit pictures of deeper ones.
record ToEightBits() implements ImageStep {
  private static final String NAME = "to-8-bit";

  static final StepFactory FACTORY =
      new ImageStepFactory(
          NAME,
          "stretches 16-bit and float pictures to 8 bits, smallest value to 0, largest to 255",
          List.of(),
          arguments -> new ToEightBits());

  @Override
  public String name() {
    return NAME;
  }

  @Override
  public Footprint footprint(long dataBytes) {
    return Footprint.of(dataBytes, dataBytes, 2 * dataBytes);
  }

  @Override
  public Image apply(Image image) throws MalformedDataException {
    return Depth.stretchedTo8Bits(image);
  }
}
