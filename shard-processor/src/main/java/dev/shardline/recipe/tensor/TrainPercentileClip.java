package dev.shardline.recipe.tensor;

import com.fasterxml.jackson.databind.JsonNode;
import dev.shardline.data.DataKind;
import dev.shardline.data.Tensor;
import dev.shardline.failure.MalformedDataException;
import dev.shardline.failure.UsageException;
import dev.shardline.recipe.Arguments;
import dev.shardline.recipe.Estimator;
import dev.shardline.recipe.Footprint;
import dev.shardline.recipe.Item;
import dev.shardline.recipe.Parameter;
import dev.shardline.recipe.ParameterType;
import dev.shardline.recipe.Signature;
import dev.shardline.recipe.Step;
import java.util.List;

/// Clips tensors to the range between two percentiles of all train values, and may bring that range
/// to 0…1. Values that are not finite are left out of the percentiles.
///
/// @param low percentile, 0 to 100
/// @param high percentile, above `low`
/// @param toUnit whether the range becomes 0…1
record TrainPercentileClip(double low, double high, boolean toUnit)
    implements Estimator<ValueHistogram> {
  static final String NAME = "train-percentile-clip";

  private static final Parameter<Double> LOW =
      Parameter.of("low", ParameterType.number(0, 100), 1.0, "percentile of the lower end");
  private static final Parameter<Double> HIGH =
      Parameter.of("high", ParameterType.number(0, 100), 99.0, "percentile of the upper end");
  private static final Parameter<Boolean> TO_UNIT =
      Parameter.of("to-unit", ParameterType.flag(), true, "whether the range becomes 0 to 1");

  static final TensorStepFactory FACTORY =
      new TensorStepFactory(
          NAME,
          "clips tensors to percentiles of all values of the train split (fitted)",
          List.of(LOW, HIGH, TO_UNIT),
          TrainPercentileClip::of);

  private static TrainPercentileClip of(Arguments arguments) {
    double low = arguments.value(LOW);
    double high = arguments.value(HIGH);
    if (low >= high) {
      throw new UsageException(
          "`low` must be below `high`, found low: %s and high: %s".formatted(low, high));
    }
    return new TrainPercentileClip(low, high, arguments.value(TO_UNIT));
  }

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
    return TrainZScore.ofFloats(dataBytes);
  }

  @Override
  public ValueHistogram empty() {
    return new ValueHistogram();
  }

  @Override
  public ValueHistogram observe(ValueHistogram state, Item item) {
    TensorValues values = new TensorValues((Tensor) item.data());
    for (int i = 0; i < values.count(); i++) {
      double value = values.at(i);
      if (Double.isFinite(value)) {
        state.add(value);
      }
    }
    return state;
  }

  @Override
  public ValueHistogram merge(ValueHistogram left, ValueHistogram right) {
    left.add(right);
    return left;
  }

  @Override
  public JsonNode write(ValueHistogram state) {
    return state.write();
  }

  @Override
  public ValueHistogram read(JsonNode form) throws MalformedDataException {
    return ValueHistogram.read(form);
  }

  @Override
  public Step fitted(ValueHistogram state) {
    if (state.total() == 0) {
      throw new UsageException(
          NAME + ": the train split has no finite value to learn from at this step");
    }
    return new FittedClip(state.percentile(low), state.percentile(high), toUnit);
  }
}
