package dev.shardline.model;

import dev.shardline.failure.UsageException;
import dev.shardline.model.ApplyModel.Gives;
import dev.shardline.model.ApplyModel.Takes;
import dev.shardline.model.LoadedModel.Place;
import dev.shardline.recipe.Arguments;
import dev.shardline.recipe.Parameter;
import dev.shardline.recipe.ParameterType;
import dev.shardline.recipe.StepFactory;
import dev.shardline.recipe.Transform;
import java.util.List;

/// Offers `apply-model`.
public final class ApplyModelFactory implements StepFactory {
  private static final Parameter<String> MODEL =
      Parameter.required("model", ParameterType.text(), "path of an .onnx or TorchScript .pt file");
  private static final Parameter<String> SHA256 =
      Parameter.required(
          "sha256", ParameterType.text(), "the file's SHA-256, so that the recipe pins it");
  private static final Parameter<Takes> TAKES =
      Parameter.of(
          "takes",
          ParameterType.choice(Takes.class),
          Takes.SLICES,
          "of a volume: slices (batch, 1, y, x) along z, or the whole (1, 1, z, y, x)");
  private static final Parameter<Gives> GIVES =
      Parameter.of(
          "gives",
          ParameterType.choice(Gives.class),
          Gives.MASK,
          "what the output is: a mask, the data to go on with, or an embedding");
  private static final Parameter<Integer> BATCH =
      Parameter.of("batch", ParameterType.integer(1, 4096), 16, "slices in one call");
  private static final Parameter<Double> THRESHOLD =
      Parameter.of(
          "threshold",
          ParameterType.number(),
          0.5,
          "for a mask from one channel: above it lies the subject; of several the strongest wins");
  private static final Parameter<Place> DEVICE =
      Parameter.of("device", ParameterType.choice(Place.class), Place.AUTO, "where the model runs");

  @Override
  public String name() {
    return ApplyModel.NAME;
  }

  @Override
  public String summary() {
    return "runs an ONNX or TorchScript model on volumes or pictures: mask, new data or embedding";
  }

  @Override
  public List<Parameter<?>> parameters() {
    return List.of(MODEL, SHA256, TAKES, GIVES, BATCH, THRESHOLD, DEVICE);
  }

  /// Raised when the same model gives other results.
  @Override
  public String version() {
    return "1";
  }

  /// @throws UsageException if the model is missing or is not the one of the digest
  @Override
  public Transform create(Arguments arguments) {
    return new ApplyModel(
        ModelFile.of(arguments.value(MODEL), arguments.value(SHA256), arguments.value(DEVICE)),
        arguments.value(TAKES),
        arguments.value(GIVES),
        arguments.value(BATCH),
        arguments.value(THRESHOLD));
  }
}
