package dev.shardline.recipe.tensor;

import dev.shardline.recipe.StepFactory;
import java.util.List;

/// The steps for tensors, in the order in which they are documented.
public final class TensorSteps {
  private TensorSteps() {}

  public static List<StepFactory> all() {
    return List.of(TrainZScore.FACTORY, TrainPercentileClip.FACTORY, CheckTensor.FACTORY);
  }
}
