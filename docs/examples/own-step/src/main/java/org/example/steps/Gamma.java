package org.example.steps;

import dev.shardline.data.DataKind;
import dev.shardline.data.Tensor;
import dev.shardline.failure.MalformedDataException;
import dev.shardline.failure.Reason;
import dev.shardline.recipe.Footprint;
import dev.shardline.recipe.Item;
import dev.shardline.recipe.MapStep;
import dev.shardline.recipe.Signature;

/// Raises float32 values from 0 to 1 to a power: below 1 brightens, above 1 darkens.
record Gamma(double exponent) implements MapStep {
  static final String NAME = "gamma";

  @Override
  public String name() {
    return NAME;
  }

  @Override
  public Signature signature() {
    return Signature.keeping(DataKind.TENSOR);
  }

  @Override
  public Footprint footprint(long dataBytes) {
    return Footprint.of(dataBytes, dataBytes, dataBytes); // the input, the output, the floats
  }

  @Override
  public Item map(Item item) throws MalformedDataException {
    Tensor tensor = (Tensor) item.data();
    float[] values = tensor.toFloats();
    for (int i = 0; i < values.length; i++) {
      if (!(values[i] >= 0 && values[i] <= 1)) {
        throw new MalformedDataException(
            Reason.CHECK_FAILED, "value " + i, "0 to 1", String.valueOf(values[i]));
      }
      values[i] = (float) StrictMath.pow(values[i], exponent); // the same on every machine
    }
    return item.withData(Tensor.ofFloats(values, tensor.shape())).withRecorded("gamma", exponent);
  }
}
