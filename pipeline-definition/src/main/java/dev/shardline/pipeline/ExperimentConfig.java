package dev.shardline.pipeline;

/// Under which experiment and trial an execution is recorded.
public record ExperimentConfig(Expression experiment, Expression trial) {}
