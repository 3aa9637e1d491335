package dev.shardline.recipe.image;

import dev.shardline.recipe.StepFactory;
import java.util.List;

/// The steps for pictures, in the order in which they are documented.
public final class ImageSteps {
  private ImageSteps() {}

  public static List<StepFactory> all() {
    return List.of(
        DecodeImage.FACTORY,
        GreyStep.FACTORY,
        CropBrain.FACTORY,
        ResizeStep.FACTORY,
        PadOrCropImage.FACTORY,
        FlipImage.FACTORY,
        LocalEqualisationStep.FACTORY,
        ScaleStep.FACTORY,
        ToEightBits.FACTORY,
        ImageToTensor.FACTORY);
  }
}
