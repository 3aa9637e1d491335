package dev.shardline.recipe;

import java.util.List;

/// Offers one kind of step to recipes. The program lists its own factories in one place; a user's
/// jar on the class path names its factories in
/// `META-INF/services/dev.shardline.recipe.StepFactory`.
public interface StepFactory {
  /// The name under which a recipe calls the step: kebab-case, unique.
  String name();

  /// One line for `--help` and the JSON schema.
  String summary();

  /// The parameters the step takes, in the order they are documented. A key that is not among them
  /// is an error that names the nearest one.
  List<Parameter<?>> parameters();

  /// Part of the recipe's digest. A step that comes in a user's jar changes it whenever what the
  /// step gives changes; for the program's own steps its output version stands for it.
  default String version() {
    return "";
  }

  /// The step for these arguments, which were read and checked by [#parameters].
  ///
  /// @throws dev.shardline.failure.UsageException if the arguments do not fit together
  Transform create(Arguments arguments);
}
