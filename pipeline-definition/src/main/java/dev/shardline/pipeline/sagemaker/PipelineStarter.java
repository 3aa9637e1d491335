package dev.shardline.pipeline.sagemaker;

import dev.shardline.digest.Digest;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import software.amazon.awssdk.services.sagemaker.SageMakerClient;
import software.amazon.awssdk.services.sagemaker.model.Parameter;
import software.amazon.awssdk.services.sagemaker.model.PipelineExecutionStatus;
import software.amazon.awssdk.services.sagemaker.model.PipelineExecutionSummary;
import software.amazon.awssdk.services.sagemaker.model.SortOrder;
import software.amazon.awssdk.services.sagemaker.model.SortPipelineExecutionsBy;

/// Starts executions. Starting the same thing again while it runs gives the running execution, not
/// a second one: the request's token is made of the definition, the parameters and the newest
/// execution that has ended, all of which stay the same as long as it runs.
public final class PipelineStarter {
  private static final Set<PipelineExecutionStatus> RUNNING =
      Set.of(PipelineExecutionStatus.EXECUTING, PipelineExecutionStatus.STOPPING);

  private final SageMakerClient client;

  public PipelineStarter(AwsAccount account) {
    this(account.sageMaker());
  }

  PipelineStarter(SageMakerClient client) {
    this.client = client;
  }

  /// @param parameters chosen values; the others are the defaults
  /// @param label names this start; the same label never starts twice; null to go by what runs
  /// @return the execution's ARN
  public String start(
      String name,
      DeployedPipeline deployed,
      Map<String, String> parameters,
      @Nullable String label) {
    return AwsFailures.calling(
        "start the pipeline " + name,
        () -> {
          String token =
              token(name, deployed, parameters, label == null ? newestEnded(name) : label);
          return client
              .startPipelineExecution(request ->
                  request
                      .pipelineName(name)
                      .pipelineParameters(parameters(parameters))
                      .clientRequestToken(token))
              .pipelineExecutionArn();
        });
  }

  private String newestEnded(String name) {
    for (PipelineExecutionSummary execution :
        client
            .listPipelineExecutionsPaginator(request ->
                request
                    .pipelineName(name)
                    .sortBy(SortPipelineExecutionsBy.CREATION_TIME)
                    .sortOrder(SortOrder.DESCENDING))
            .pipelineExecutionSummaries()) {
      if (!RUNNING.contains(execution.pipelineExecutionStatus())) {
        return execution.pipelineExecutionArn();
      }
    }
    return "none has ended yet";
  }

  static String token(
      String name, DeployedPipeline deployed, Map<String, String> parameters, String occasion) {
    return Digest.of(
            String.join(
                "\n",
                name,
                deployed.digest().hex(),
                new TreeMap<>(parameters).toString(),
                occasion))
        .hex();
  }

  private static List<Parameter> parameters(Map<String, String> parameters) {
    List<Parameter> list = new ArrayList<>();
    parameters.forEach(
        (key, value) -> list.add(Parameter.builder().name(key).value(value).build()));
    return list;
  }
}
