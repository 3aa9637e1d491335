package dev.shardline.recipe.tensor;

import dev.shardline.data.DataKind;
import dev.shardline.data.Tensor;
import dev.shardline.failure.MalformedDataException;
import dev.shardline.failure.Reason;
import dev.shardline.recipe.Footprint;
import dev.shardline.recipe.Item;
import dev.shardline.recipe.MapStep;
import dev.shardline.recipe.Signature;
import java.util.Arrays;

/// Applies what [TrainZScore] learnt: `(value - mean) / deviation` in double, rounded to float32
/// once. A group of equal train values (deviation 0) gives 0 for that value.
final class FittedZScore implements MapStep {
  private final boolean perChannel;
  private final double[] means;
  private final double[] deviations;

  FittedZScore(boolean perChannel, double[] means, double[] deviations) {
    this.perChannel = perChannel;
    this.means = means.clone();
    this.deviations = deviations.clone();
  }

  @Override
  public String name() {
    return TrainZScore.NAME;
  }

  @Override
  public Signature signature() {
    return Signature.keeping(DataKind.TENSOR);
  }

  @Override
  public Footprint footprint(long dataBytes) {
    return TrainZScore.ofFloats(dataBytes);
  }

  @Override
  public Item map(Item item) throws MalformedDataException {
    Tensor tensor = (Tensor) item.data();
    int groups = TrainZScore.groups(tensor, perChannel);
    if (groups != means.length) {
      throw new MalformedDataException(
          Reason.WRONG_KIND,
          "first axis",
          means.length + " as in the train split",
          Arrays.toString(tensor.shape()));
    }
    TensorValues values = new TensorValues(tensor);
    float[] scores = new float[values.count()];
    for (int group = 0; group < groups; group++) {
      int length = values.count() / groups;
      double mean = means[group];
      double deviation = deviations[group] > 0 ? deviations[group] : 1;
      for (int i = group * length; i < (group + 1) * length; i++) {
        scores[i] = (float) ((values.at(i) - mean) / deviation);
      }
    }
    return item.withData(Tensor.ofFloats(scores, tensor.shape()));
  }
}
