package dev.shardline.recipe.tensor;

import dev.shardline.recipe.Arguments;
import dev.shardline.recipe.Parameter;
import dev.shardline.recipe.StepFactory;
import dev.shardline.recipe.Transform;
import java.util.List;
import java.util.function.Function;

/// Offers one of this package's steps.
///
/// @param maker makes the step of its arguments
record TensorStepFactory(
    String name,
    String summary,
    List<Parameter<?>> parameters,
    Function<Arguments, Transform> maker)
    implements StepFactory {
  TensorStepFactory {
    parameters = List.copyOf(parameters);
  }

  @Override
  public Transform create(Arguments arguments) {
    return maker.apply(arguments);
  }
}
