package dev.shardline.pipeline.dryrun;

import dev.shardline.pipeline.RetryPolicy.StepException;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;

/// How a dry run behaves where the service leaves it open.
///
/// @param folder for the machines' folders, logs and the step cache
/// @param order which machine gets which objects
/// @param seed for the random order
/// @param parallelism how many steps may run at once
/// @param surroundings variables that every container gets, such as the place of the embedded store
/// @param faults failures of the service to pretend, by step, one for each try
public record DryRunOptions(
    Path folder,
    AssignmentOrder order,
    long seed,
    int parallelism,
    Map<String, String> surroundings,
    Map<String, List<StepException>> faults) {
  public DryRunOptions {
    surroundings = Map.copyOf(surroundings);
    faults = Map.copyOf(faults);
    if (parallelism < 1) {
      throw new IllegalArgumentException("At least 1 step runs at once, not " + parallelism);
    }
  }
}
