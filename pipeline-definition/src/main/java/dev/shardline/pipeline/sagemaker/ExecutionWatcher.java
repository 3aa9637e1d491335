package dev.shardline.pipeline.sagemaker;

import dev.shardline.pipeline.sagemaker.ExecutionView.HostView;
import dev.shardline.pipeline.sagemaker.ExecutionView.JobView;
import dev.shardline.pipeline.sagemaker.ExecutionView.Status;
import dev.shardline.pipeline.sagemaker.ExecutionView.StepView;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import software.amazon.awssdk.services.sagemaker.SageMakerClient;
import software.amazon.awssdk.services.sagemaker.model.DescribePipelineExecutionResponse;
import software.amazon.awssdk.services.sagemaker.model.DescribeProcessingJobResponse;
import software.amazon.awssdk.services.sagemaker.model.DescribeTrainingJobResponse;
import software.amazon.awssdk.services.sagemaker.model.PipelineExecutionStatus;
import software.amazon.awssdk.services.sagemaker.model.PipelineExecutionStep;
import software.amazon.awssdk.services.sagemaker.model.PipelineExecutionStepMetadata;
import software.amazon.awssdk.services.sagemaker.model.PipelineExecutionSummary;
import software.amazon.awssdk.services.sagemaker.model.SortOrder;
import software.amazon.awssdk.services.sagemaker.model.SortPipelineExecutionsBy;
import software.amazon.awssdk.services.sagemaker.model.StepStatus;

/// Looks at executions.
public final class ExecutionWatcher {
  private static final String PROCESSING_LOGS = "/aws/sagemaker/ProcessingJobs";
  private static final String TRAINING_LOGS = "/aws/sagemaker/TrainingJobs";

  private final SageMakerClient client;
  private final JobLogs logs;
  private final int lines;

  /// @param lines how many of a machine's last log lines to show
  public ExecutionWatcher(AwsAccount account, JobLogs logs, int lines) {
    this(account.sageMaker(), logs, lines);
  }

  ExecutionWatcher(SageMakerClient client, JobLogs logs, int lines) {
    this.client = client;
    this.logs = logs;
    this.lines = lines;
  }

  /// The ARN of the newest execution; empty if there has been none.
  public Optional<String> newest(String pipeline) {
    return AwsFailures.calling(
        "list the executions of " + pipeline,
        () ->
            client
                .listPipelineExecutions(request ->
                    request
                        .pipelineName(pipeline)
                        .sortBy(SortPipelineExecutionsBy.CREATION_TIME)
                        .sortOrder(SortOrder.DESCENDING)
                        .maxResults(1))
                .pipelineExecutionSummaries()
                .stream()
                .findFirst()
                .map(PipelineExecutionSummary::pipelineExecutionArn));
  }

  /// The execution as it is now.
  public ExecutionView look(String executionArn) {
    return AwsFailures.calling("look at " + executionArn, () -> view(executionArn));
  }

  private ExecutionView view(String arn) {
    DescribePipelineExecutionResponse execution =
        client.describePipelineExecution(request -> request.pipelineExecutionArn(arn));
    List<StepView> steps = new ArrayList<>();
    for (PipelineExecutionStep step :
        client
            .listPipelineExecutionStepsPaginator(
                request -> request.pipelineExecutionArn(arn).sortOrder(SortOrder.ASCENDING))
            .pipelineExecutionSteps()) {
      steps.add(step(step));
    }
    return new ExecutionView(
        arn,
        pipelineName(execution.pipelineArn()),
        status(execution.pipelineExecutionStatus()),
        text(execution.failureReason()),
        steps);
  }

  private static String pipelineName(String arn) {
    return arn.substring(arn.lastIndexOf('/') + 1);
  }

  private StepView step(PipelineExecutionStep step) {
    Status status = status(step.stepStatus());
    return new StepView(
        step.stepName(),
        status,
        step.startTime(),
        step.endTime(),
        step.attemptCount() == null ? 1 : step.attemptCount(),
        step.cacheHitResult() != null,
        text(step.failureReason()),
        step.metadata() == null ? null : job(step.metadata(), status));
  }

  private @Nullable JobView job(PipelineExecutionStepMetadata metadata, Status status) {
    if (metadata.processingJob() != null) {
      String name = jobName(metadata.processingJob().arn());
      DescribeProcessingJobResponse job =
          client.describeProcessingJob(request -> request.processingJobName(name));
      var cluster =
          job.processingResources() == null ? null : job.processingResources().clusterConfig();
      return new JobView(
          name,
          cluster == null ? "" : text(cluster.instanceTypeAsString()),
          cluster == null || cluster.instanceCount() == null ? 0 : cluster.instanceCount(),
          text(job.exitMessage()),
          hosts(PROCESSING_LOGS, name, status));
    }
    if (metadata.trainingJob() != null) {
      String name = jobName(metadata.trainingJob().arn());
      DescribeTrainingJobResponse job =
          client.describeTrainingJob(request -> request.trainingJobName(name));
      return new JobView(
          name,
          text(job.resourceConfig().instanceTypeAsString()),
          job.resourceConfig().instanceCount(),
          "",
          hosts(TRAINING_LOGS, name, status));
    }
    return null;
  }

  /// Logs are read only where they tell something: of jobs that run, or failed.
  private List<HostView> hosts(String group, String job, Status status) {
    return status == Status.RUNNING || status == Status.FAILED
        ? logs.tail(group, job, lines)
        : List.of();
  }

  private static String jobName(String arn) {
    return arn.substring(arn.lastIndexOf('/') + 1);
  }

  private static Status status(PipelineExecutionStatus status) {
    return switch (status) {
      case EXECUTING -> Status.RUNNING;
      case STOPPING -> Status.STOPPING;
      case STOPPED -> Status.STOPPED;
      case FAILED -> Status.FAILED;
      case SUCCEEDED -> Status.SUCCEEDED;
      case UNKNOWN_TO_SDK_VERSION -> Status.FAILED;
    };
  }

  private static Status status(StepStatus status) {
    return switch (status) {
      case STARTING -> Status.WAITING;
      case EXECUTING -> Status.RUNNING;
      case STOPPING -> Status.STOPPING;
      case STOPPED -> Status.STOPPED;
      case FAILED -> Status.FAILED;
      case SUCCEEDED -> Status.SUCCEEDED;
      case UNKNOWN_TO_SDK_VERSION -> Status.WAITING;
    };
  }

  private static String text(@Nullable String text) {
    return text == null ? "" : text;
  }
}
