package dev.shardline.recipe.tensor;

import dev.shardline.data.DataKind;
import dev.shardline.data.Tensor;
import dev.shardline.failure.MalformedDataException;
import dev.shardline.failure.PermanentException;
import dev.shardline.failure.Reason;
import dev.shardline.failure.UsageException;
import dev.shardline.recipe.Arguments;
import dev.shardline.recipe.Emitter;
import dev.shardline.recipe.Footprint;
import dev.shardline.recipe.Item;
import dev.shardline.recipe.Parameter;
import dev.shardline.recipe.ParameterType;
import dev.shardline.recipe.Signature;
import dev.shardline.recipe.Step;
import java.util.List;
import java.util.Optional;

/// Asserts what tensors are like at this place of the recipe, and changes nothing. What fails is
/// quarantined, dropped, or stops the worker.
record CheckTensor(TensorExpectation expected, Policy otherwise) implements Step {
  static final String NAME = "check-tensor";

  /// What becomes of a sample whose tensor fails.
  enum Policy {
    /// The sample is quarantined with the reason `check-failed`; it counts as a failure.
    QUARANTINE,
    /// The item is left out by the rule `check-tensor`; it counts as no failure.
    DROP,
    /// The worker ends with exit code 42.
    STOP
  }

  private static final Parameter<List<Integer>> SHAPE =
      Parameter.of(
          "shape",
          ParameterType.list(ParameterType.integer(0, Integer.MAX_VALUE), 0, 8),
          List.of(),
          "the extents, 0 for any; an empty list for any shape");
  private static final Parameter<Boolean> FINITE =
      Parameter.of("finite", ParameterType.flag(), true, "whether every value must be finite");
  private static final Parameter<Double> LEAST =
      Parameter.of("least", ParameterType.number(), -Double.MAX_VALUE, "the least value allowed");
  private static final Parameter<Double> MOST =
      Parameter.of("most", ParameterType.number(), Double.MAX_VALUE, "the largest value allowed");
  private static final Parameter<Double> BACKGROUND =
      Parameter.of(
          "background", ParameterType.number(), 0.0, "values above it count as foreground");
  private static final Parameter<Double> LEAST_FOREGROUND =
      Parameter.of(
          "least-foreground",
          ParameterType.number(0, 1),
          0.0,
          "the least fraction of foreground, 0 to 1");
  private static final Parameter<Double> MOST_FOREGROUND =
      Parameter.of(
          "most-foreground",
          ParameterType.number(0, 1),
          1.0,
          "the largest fraction of foreground, 0 to 1");
  private static final Parameter<Policy> OTHERWISE =
      Parameter.of(
          "otherwise",
          ParameterType.choice(Policy.class),
          Policy.QUARANTINE,
          "what becomes of a sample that fails: quarantine, drop, or stop the worker");

  static final TensorStepFactory FACTORY =
      new TensorStepFactory(
          NAME,
          "asserts shape, range, finite values and foreground of tensors",
          List.of(
              SHAPE, FINITE, LEAST, MOST, BACKGROUND, LEAST_FOREGROUND, MOST_FOREGROUND, OTHERWISE),
          CheckTensor::of);

  private static CheckTensor of(Arguments arguments) {
    double least = arguments.value(LEAST);
    double most = arguments.value(MOST);
    double leastForeground = arguments.value(LEAST_FOREGROUND);
    double mostForeground = arguments.value(MOST_FOREGROUND);
    if (least > most || leastForeground > mostForeground) {
      throw new UsageException("No tensor passes: a least value is above its largest one");
    }
    return new CheckTensor(
        new TensorExpectation(
            arguments.value(SHAPE),
            arguments.value(FINITE),
            least,
            most,
            arguments.value(BACKGROUND),
            leastForeground,
            mostForeground),
        arguments.value(OTHERWISE));
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
    return new Footprint(dataBytes, dataBytes);
  }

  @Override
  public void apply(Item item, Emitter emitter) throws MalformedDataException {
    Optional<TensorExpectation.Miss> miss = expected.missedBy((Tensor) item.data());
    if (miss.isEmpty()) {
      emitter.emit(item);
      return;
    }
    MalformedDataException failed =
        new MalformedDataException(
            Reason.CHECK_FAILED, miss.get().quantity(), miss.get().expected(), miss.get().found());
    switch (otherwise) {
      case QUARANTINE -> throw failed;
      case DROP -> emitter.drop(NAME, String.valueOf(failed.getMessage()));
      case STOP ->
          throw new PermanentException(
              "%s of sample %s: %s. The recipe says to stop at this."
                  .formatted(NAME, item.sample().id(), failed.getMessage()));
    }
  }
}
