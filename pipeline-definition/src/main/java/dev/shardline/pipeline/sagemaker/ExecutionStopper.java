package dev.shardline.pipeline.sagemaker;

import dev.shardline.digest.Digest;
import software.amazon.awssdk.services.sagemaker.SageMakerClient;

/// Stops executions.
public final class ExecutionStopper {
  private final SageMakerClient client;

  public ExecutionStopper(AwsAccount account) {
    this(account.sageMaker());
  }

  ExecutionStopper(SageMakerClient client) {
    this.client = client;
  }

  /// Asks the service to stop an execution; its containers get SIGTERM and 120 s. Asking again does
  /// nothing.
  public void stop(String executionArn) {
    var ignored =
        AwsFailures.calling(
            "stop " + executionArn,
            () ->
                client.stopPipelineExecution(request ->
                    request
                        .pipelineExecutionArn(executionArn)
                        .clientRequestToken(Digest.of(executionArn).hex())));
  }
}
