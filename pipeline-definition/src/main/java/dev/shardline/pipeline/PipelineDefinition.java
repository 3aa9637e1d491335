package dev.shardline.pipeline;

import java.util.List;
import org.jspecify.annotations.Nullable;

/// A whole pipeline.
///
/// @param experiment null to record none
/// @param steps in the order they are written; the order they run in follows from what they use
public record PipelineDefinition(
    List<Parameter> parameters, @Nullable ExperimentConfig experiment, List<Step> steps) {
  /// The only version of the definition's schema that the service has.
  public static final String SCHEMA_VERSION = "2020-12-01";

  public PipelineDefinition {
    parameters = List.copyOf(parameters);
    steps = List.copyOf(steps);
  }
}
