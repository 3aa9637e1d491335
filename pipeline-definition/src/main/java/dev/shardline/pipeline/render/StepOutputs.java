package dev.shardline.pipeline.render;

import dev.shardline.pipeline.Expression;

/// References to where earlier steps left their outputs. They name the step that really ran, so
/// that after a cache hit they lead to the earlier execution's results.
public final class StepOutputs {
  private StepOutputs() {}

  public static Expression uri(String step, String output) {
    return new Expression.StepProperty(
        step, "ProcessingOutputConfig.Outputs['%s'].S3Output.S3Uri".formatted(output));
  }
}
