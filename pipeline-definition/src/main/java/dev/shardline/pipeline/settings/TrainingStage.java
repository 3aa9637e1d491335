package dev.shardline.pipeline.settings;

import org.jspecify.annotations.Nullable;

/// The training that the shards are for: it decides how many machines make them.
///
/// @param gpusPerInstance null to look the type up
/// @param job null if the training is started elsewhere
public record TrainingStage(
    String instanceType,
    int instances,
    @Nullable Integer gpusPerInstance,
    @Nullable TrainingSettings job) {
  /// The instance type that stands for this machine.
  public static final String LOCAL = "local";
}
