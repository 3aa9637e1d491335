package dev.shardline.recipe.image;

import dev.shardline.failure.MalformedDataException;
import dev.shardline.image.Image;
import dev.shardline.image.intensity.LocalEqualisation;
import dev.shardline.recipe.Footprint;
import dev.shardline.recipe.Parameter;
import dev.shardline.recipe.ParameterType;
import dev.shardline.recipe.StepFactory;
import java.util.List;

/// Local contrast of 8-bit grey pictures.
record LocalEqualisationStep(LocalEqualisation equalisation) implements ImageStep {
  private static final String NAME = "clahe";
  private static final long TABLES = 1 << 20;

  private static final Parameter<Double> CLIP_LIMIT =
      Parameter.of(
          "clip-limit",
          ParameterType.number(0, 1000),
          2.0,
          "how many times its average a histogram's bin may hold; 0 for no limit");
  private static final Parameter<Integer> TILES =
      Parameter.of("tiles", ParameterType.integer(1, 64), 8, "tiles along each axis");

  static final StepFactory FACTORY =
      new ImageStepFactory(
          NAME,
          "equalises the contrast of 8-bit grey pictures tile by tile, as OpenCV's CLAHE",
          List.of(CLIP_LIMIT, TILES),
          arguments ->
              new LocalEqualisationStep(
                  new LocalEqualisation(arguments.value(CLIP_LIMIT), arguments.value(TILES))));

  @Override
  public String name() {
    return NAME;
  }

  @Override
  public Footprint footprint(long dataBytes) {
    return Footprint.of(dataBytes, dataBytes, TABLES);
  }

  @Override
  public Image apply(Image image) throws MalformedDataException {
    return equalisation.apply(image);
  }
}
