package dev.shardline.recipe.signal;

import dev.shardline.failure.UsageException;
import dev.shardline.recipe.Arguments;
import dev.shardline.recipe.Parameter;
import dev.shardline.recipe.ParameterType;
import dev.shardline.signal.label.ExcludedSpans;
import java.util.List;
import java.util.regex.PatternSyntaxException;

/// The parameter by which steps are told which annotated stretches to leave out.
final class ExclusionParameter {
  private static final int MOST_PATTERNS = 100;

  static final Parameter<List<String>> EXCLUDE =
      Parameter.of(
          "exclude",
          ParameterType.list(ParameterType.text(), 0, MOST_PATTERNS),
          ExcludedSpans.CUSTOMARY,
          "leave out windows that touch annotations beginning so (regular expressions)");

  private ExclusionParameter() {}

  static ExcludedSpans read(Arguments arguments) {
    try {
      return ExcludedSpans.of(arguments.value(EXCLUDE));
    } catch (PatternSyntaxException broken) {
      throw new UsageException("`exclude`: " + broken.getMessage(), broken);
    }
  }
}
