package dev.shardline.pipeline.sagemaker;

/// What became of a deployment.
public sealed interface UpsertOutcome {
  String arn();

  /// There was no such pipeline.
  record Created(String arn) implements UpsertOutcome {}

  /// The pipeline had another definition.
  record Updated(String arn) implements UpsertOutcome {}
}
