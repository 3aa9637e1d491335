package dev.shardline.recipe.volume;

import dev.shardline.recipe.Arguments;
import dev.shardline.recipe.Parameter;
import dev.shardline.recipe.ParameterType;
import dev.shardline.volume.mask.Foreground;
import java.util.List;

/// The parameters by which several steps are told what is subject and what is air.
final class ForegroundParameters {
  /// How foreground is told from background.
  enum Rule {
    /// Everything but 0: for skull-stripped volumes.
    NONZERO,
    /// Above Otsu's threshold.
    OTSU,
    /// Above the value of `threshold`.
    THRESHOLD,
    /// Above the percentile of `percentile`.
    PERCENTILE
  }

  static final Parameter<Rule> FOREGROUND =
      Parameter.of(
          "foreground",
          ParameterType.choice(Rule.class),
          Rule.NONZERO,
          "what counts as subject; without skull stripping use otsu or percentile");
  static final Parameter<Double> THRESHOLD =
      Parameter.of(
          "threshold", ParameterType.number(), 0.0, "for threshold: what a value must exceed");
  static final Parameter<Double> PERCENTILE =
      Parameter.of(
          "percentile",
          ParameterType.number(0, 100),
          50.0,
          "for percentile: what share of voxels is air, in percent");

  static final List<Parameter<?>> ALL = List.of(FOREGROUND, THRESHOLD, PERCENTILE);

  private ForegroundParameters() {}

  static Foreground read(Arguments arguments) {
    return switch (arguments.value(FOREGROUND)) {
      case NONZERO -> new Foreground.NonZero();
      case OTSU -> new Foreground.Otsu();
      case THRESHOLD -> new Foreground.Above(arguments.value(THRESHOLD).floatValue());
      case PERCENTILE -> new Foreground.AbovePercentile(arguments.value(PERCENTILE));
    };
  }
}
