package dev.shardline.recipe.image;

import dev.shardline.failure.MalformedDataException;
import dev.shardline.image.Image;
import dev.shardline.image.crop.BrainContour;
import dev.shardline.image.geometry.PixelBox;
import dev.shardline.recipe.Footprint;
import dev.shardline.recipe.Item;
import dev.shardline.recipe.Parameter;
import dev.shardline.recipe.ParameterType;
import dev.shardline.recipe.StepFactory;
import java.util.List;

/// Cuts a slice to the box of the head and records the box as `crop-box`: top, left, height, width.
///
/// @param threshold what a blurred value must exceed
record CropBrain(int threshold) implements ImageStep {
  private static final String NAME = "crop-brain";

  private static final Parameter<Integer> THRESHOLD =
      Parameter.of(
          "threshold",
          ParameterType.integer(0, 254),
          BrainContour.STANDARD_THRESHOLD,
          "what a blurred grey value must exceed, of 255");

  static final StepFactory FACTORY =
      new ImageStepFactory(
          NAME,
          "cuts a slice to the outline of the head: blur, threshold, erode, dilate, largest"
              + " outline",
          List.of(THRESHOLD),
          arguments -> new CropBrain(arguments.value(THRESHOLD)));

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
    return BrainContour.find(image, threshold).cut(image);
  }

  @Override
  public Item map(Item item) throws MalformedDataException {
    Image image = ImageStep.picture(item);
    PixelBox box = BrainContour.find(image, threshold);
    return ImageStep.withCompanions(item, box::cut)
        .withData(box.cut(image))
        .withRecorded("crop-box", List.of(box.top(), box.left(), box.height(), box.width()));
  }
}
