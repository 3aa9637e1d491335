package dev.shardline.pipeline.dryrun;

import dev.shardline.pipeline.Expression.Fact;
import java.time.Instant;

/// What an execution knows of itself.
///
/// @param pipeline the pipeline's name
/// @param id unique among the pipeline's executions
/// @param region of the pretended account, for ARNs
/// @param start when it began
public record ExecutionIdentity(String pipeline, String id, String region, Instant start) {
  private static final String ACCOUNT = "000000000000";

  String fact(Fact fact) {
    return switch (fact) {
      case START_DATE_TIME, CURRENT_DATE_TIME -> start.toString();
      case PIPELINE_NAME -> pipeline;
      case PIPELINE_ARN -> arn("pipeline/" + pipeline);
      case PIPELINE_EXECUTION_ID -> id;
      case PIPELINE_EXECUTION_ARN -> arn("pipeline/" + pipeline + "/execution/" + id);
    };
  }

  String arn(String resource) {
    return "arn:aws:sagemaker:%s:%s:%s".formatted(region, ACCOUNT, resource);
  }

  /// The name of a step's job, as the service forms it.
  String jobName(String step, int attempt) {
    String suffix = "-" + attempt;
    String name = "pipelines-" + id + "-" + step;
    int most = 63 - suffix.length();
    return (name.length() > most ? name.substring(0, most) : name) + suffix;
  }
}
