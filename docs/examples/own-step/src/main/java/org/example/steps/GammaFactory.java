package org.example.steps;

import dev.shardline.recipe.Arguments;
import dev.shardline.recipe.Parameter;
import dev.shardline.recipe.ParameterType;
import dev.shardline.recipe.StepFactory;
import dev.shardline.recipe.Transform;
import java.util.List;

/// Offers `gamma` to recipes.
public final class GammaFactory implements StepFactory {
  private static final Parameter<Double> EXPONENT =
      Parameter.required("exponent", ParameterType.number(0.01, 100), "the power");

  @Override
  public String name() {
    return Gamma.NAME;
  }

  @Override
  public String summary() {
    return "raises values from 0 to 1 to a power";
  }

  @Override
  public List<Parameter<?>> parameters() {
    return List.of(EXPONENT);
  }

  @Override
  public String version() {
    return "1";
  }

  @Override
  public Transform create(Arguments arguments) {
    return new Gamma(arguments.value(EXPONENT));
  }
}
