package dev.shardline.recipe.image;

import dev.shardline.failure.UsageException;
import dev.shardline.image.Image;
import dev.shardline.image.resize.Resize;
import dev.shardline.image.resize.ResizeFilter;
import dev.shardline.recipe.Arguments;
import dev.shardline.recipe.Footprint;
import dev.shardline.recipe.Item;
import dev.shardline.recipe.Parameter;
import dev.shardline.recipe.ParameterType;
import dev.shardline.recipe.StepFactory;
import java.util.List;

/// Brings pictures to one size; masks by nearest neighbour.
///
/// @param height rows of the result
/// @param width columns of the result
/// @param filter the kernel
record ResizeStep(int height, int width, ResizeFilter filter) implements ImageStep {
  private static final String NAME = "resize";
  private static final int UNSET = 0;
  private static final int LONGEST_EDGE = 16_384;
  private static final long LARGEST_PIXEL = 4 * Float.BYTES;

  private static final Parameter<Integer> SIZE =
      Parameter.of(
          "size",
          ParameterType.integer(UNSET, LONGEST_EDGE),
          UNSET,
          "edge of the square, in pixels");
  private static final Parameter<Integer> HEIGHT =
      Parameter.of(
          "height", ParameterType.integer(UNSET, LONGEST_EDGE), UNSET, "rows, instead of size");
  private static final Parameter<Integer> WIDTH =
      Parameter.of(
          "width", ParameterType.integer(UNSET, LONGEST_EDGE), UNSET, "columns, instead of size");
  private static final Parameter<ResizeFilter> FILTER =
      Parameter.of(
          "filter",
          ParameterType.choice(ResizeFilter.class),
          ResizeFilter.BILINEAR,
          "the kernel, antialiased when shrinking");

  static final StepFactory FACTORY =
      new ImageStepFactory(
          NAME,
          "brings pictures to one size, bit for bit as Pillow's resize",
          List.of(SIZE, HEIGHT, WIDTH, FILTER),
          ResizeStep::of);

  private static ResizeStep of(Arguments arguments) {
    int size = arguments.value(SIZE);
    int height = arguments.value(HEIGHT);
    int width = arguments.value(WIDTH);
    boolean square = size != UNSET && height == UNSET && width == UNSET;
    boolean rectangle = size == UNSET && height != UNSET && width != UNSET;
    if (!square && !rectangle) {
      throw new UsageException("`resize` needs either `size`, or both `height` and `width`");
    }
    return new ResizeStep(square ? size : height, square ? size : width, arguments.value(FILTER));
  }

  @Override
  public String name() {
    return NAME;
  }

  @Override
  public Footprint footprint(long dataBytes) {
    long given = LARGEST_PIXEL * height * width;
    return Footprint.of(dataBytes, given, Math.max(dataBytes, given));
  }

  @Override
  public Image apply(Image image) {
    return Resize.to(image, height, width, filter);
  }

  @Override
  public Item map(Item item) {
    Image resized = apply(ImageStep.picture(item));
    return ImageStep.withCompanions(
            item, mask -> Resize.to(mask, height, width, ResizeFilter.NEAREST))
        .withData(resized);
  }
}
