package dev.shardline.recipe.image;

import dev.shardline.failure.MalformedDataException;
import dev.shardline.failure.UsageException;
import dev.shardline.image.Image;
import dev.shardline.image.intensity.Percentiles;
import dev.shardline.image.intensity.Scale;
import dev.shardline.recipe.Arguments;
import dev.shardline.recipe.Footprint;
import dev.shardline.recipe.Parameter;
import dev.shardline.recipe.ParameterType;
import dev.shardline.recipe.StepFactory;
import java.util.List;

/// Brings values to a range, as float32.
///
/// @param method how
/// @param divisor for [Method#DIVIDE]
/// @param lower for [Method#PERCENTILES], 0 to 100
/// @param upper for [Method#PERCENTILES], above `lower`
record ScaleStep(Method method, double divisor, double lower, double upper) implements ImageStep {
  /// How values are brought to a range.
  enum Method {
    /// By the largest value of the pixel type: 8-bit values by 255.
    FULL_RANGE,
    /// By the divisor.
    DIVIDE,
    /// The smallest value to 0, the largest to 1.
    MIN_MAX,
    /// To mean 0 and deviation 1.
    Z_SCORE,
    /// To mean 0 and deviation 1 of what is not zero.
    Z_SCORE_NONZERO,
    /// The lower percentile to 0, the upper to 1, the rest cut off.
    PERCENTILES
  }

  private static final String NAME = "scale";

  private static final Parameter<Method> METHOD =
      Parameter.of(
          "method",
          ParameterType.choice(Method.class),
          Method.FULL_RANGE,
          "how values are brought to a range; full-range divides 8-bit values by 255");
  private static final Parameter<Double> DIVISOR =
      Parameter.of(
          "divisor", ParameterType.number(Float.MIN_NORMAL, Float.MAX_VALUE), 255.0, "for divide");
  private static final Parameter<Double> LOWER =
      Parameter.of("lower", ParameterType.number(0, 100), 0.5, "for percentiles, in percent");
  private static final Parameter<Double> UPPER =
      Parameter.of("upper", ParameterType.number(0, 100), 99.5, "for percentiles, in percent");

  static final StepFactory FACTORY =
      new ImageStepFactory(
          NAME,
          "brings a picture's values to a range, as float32",
          List.of(METHOD, DIVISOR, LOWER, UPPER),
          ScaleStep::of);

  private static ScaleStep of(Arguments arguments) {
    double lower = arguments.value(LOWER);
    double upper = arguments.value(UPPER);
    if (lower >= upper) {
      throw new UsageException(
          "`scale` needs `lower` below `upper`, found %s and %s".formatted(lower, upper));
    }
    return new ScaleStep(arguments.value(METHOD), arguments.value(DIVISOR), lower, upper);
  }

  @Override
  public String name() {
    return NAME;
  }

  @Override
  public Footprint footprint(long dataBytes) {
    return Footprint.of(dataBytes, Float.BYTES * dataBytes, Float.BYTES * dataBytes);
  }

  @Override
  public Image apply(Image image) throws MalformedDataException {
    return switch (method) {
      case FULL_RANGE -> Scale.fullRange(image);
      case DIVIDE -> Scale.divide(image, (float) divisor);
      case MIN_MAX -> Scale.minMax(image);
      case Z_SCORE -> Scale.zScore(image);
      case Z_SCORE_NONZERO -> Scale.zScoreOfNonzero(image);
      case PERCENTILES -> Percentiles.scale(image, lower, upper);
    };
  }
}
