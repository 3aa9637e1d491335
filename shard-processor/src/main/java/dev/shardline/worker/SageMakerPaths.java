package dev.shardline.worker;

import java.nio.file.Path;
import java.util.Map;

/// The places of SageMaker's container contract.
///
/// @param root `/opt/ml`; another place imitates SageMaker on any machine
public record SageMakerPaths(Path root) {
  /// The environment variable that moves the root.
  public static final String ROOT_VARIABLE = "SHARDLINE_ML_ROOT";

  /// The places as the environment has them.
  public static SageMakerPaths of(Map<String, String> environment) {
    return new SageMakerPaths(Path.of(environment.getOrDefault(ROOT_VARIABLE, "/opt/ml")));
  }

  /// Who takes part in the job: `config/resourceconfig.json`.
  public Path resourceConfig() {
    return root.resolve("config/resourceconfig.json");
  }

  /// Where inputs are put, each in a folder of its name.
  public Path inputs() {
    return root.resolve("processing/input");
  }

  /// Where outputs are taken from.
  public Path outputs() {
    return root.resolve("processing/output");
  }

  /// What becomes the job's exit message: `output/message`.
  public Path message() {
    return root.resolve("output/message");
  }
}
