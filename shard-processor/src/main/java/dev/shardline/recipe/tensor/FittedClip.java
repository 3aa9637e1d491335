package dev.shardline.recipe.tensor;

import dev.shardline.data.DataKind;
import dev.shardline.data.Tensor;
import dev.shardline.recipe.Footprint;
import dev.shardline.recipe.Item;
import dev.shardline.recipe.MapStep;
import dev.shardline.recipe.Signature;

/// Applies what [TrainPercentileClip] learnt, in double, rounded to float32 once. NaN stays NaN; an
/// empty range becomes 0.
///
/// @param toUnit whether the range becomes 0…1
record FittedClip(double low, double high, boolean toUnit) implements MapStep {
  @Override
  public String name() {
    return TrainPercentileClip.NAME;
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
  public Item map(Item item) {
    Tensor tensor = (Tensor) item.data();
    TensorValues values = new TensorValues(tensor);
    float[] clipped = new float[values.count()];
    for (int i = 0; i < clipped.length; i++) {
      clipped[i] = (float) clip(values.at(i));
    }
    return item.withData(Tensor.ofFloats(clipped, tensor.shape()));
  }

  private double clip(double value) {
    double clipped = value < low ? low : Math.min(value, high);
    if (!toUnit) {
      return clipped;
    }
    return high > low ? (clipped - low) / (high - low) : clipped - low;
  }
}
