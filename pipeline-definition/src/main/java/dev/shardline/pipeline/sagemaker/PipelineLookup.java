package dev.shardline.pipeline.sagemaker;

import com.fasterxml.jackson.databind.JsonNode;
import dev.shardline.digest.CanonicalJson;
import dev.shardline.failure.RetryableException;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import software.amazon.awssdk.services.sagemaker.SageMakerClient;
import software.amazon.awssdk.services.sagemaker.model.DescribePipelineResponse;
import software.amazon.awssdk.services.sagemaker.model.PipelineSummary;
import software.amazon.awssdk.services.sagemaker.model.Tag;
import software.amazon.awssdk.services.sagemaker.model.UserContext;

/// Finds a deployed pipeline.
public final class PipelineLookup {
  private final SageMakerClient client;

  public PipelineLookup(AwsAccount account) {
    this(account.sageMaker());
  }

  PipelineLookup(SageMakerClient client) {
    this.client = client;
  }

  /// The pipeline of this name; empty if there is none. Whether there is one is read from the list
  /// of pipelines, so that no error has to be interpreted.
  public Optional<DeployedPipeline> find(String name) {
    return AwsFailures.calling("look for the pipeline " + name, () -> lookUp(name));
  }

  private Optional<DeployedPipeline> lookUp(String name) {
    for (PipelineSummary summary :
        client
            .listPipelinesPaginator(request -> request.pipelineNamePrefix(name))
            .pipelineSummaries()) {
      if (name.equals(summary.pipelineName())) {
        return Optional.of(describe(name));
      }
    }
    return Optional.empty();
  }

  private DeployedPipeline describe(String name) {
    DescribePipelineResponse response =
        client.describePipeline(request -> request.pipelineName(name));
    return new DeployedPipeline(
        response.pipelineArn(),
        parse(name, response.pipelineDefinition()),
        response.roleArn(),
        response.lastModifiedTime() == null ? Instant.EPOCH : response.lastModifiedTime(),
        person(response.lastModifiedBy()),
        tags(response.pipelineArn()));
  }

  private static JsonNode parse(String name, String definition) {
    try {
      return CanonicalJson.parse(definition.getBytes(StandardCharsets.UTF_8));
    } catch (IOException e) {
      throw new RetryableException(
          "The definition that SageMaker gives for the pipeline %s is no JSON".formatted(name), e);
    }
  }

  private static String person(@Nullable UserContext context) {
    return context == null || context.userProfileName() == null ? "" : context.userProfileName();
  }

  private Map<String, String> tags(String arn) {
    Map<String, String> tags = new TreeMap<>();
    for (Tag tag : client.listTagsPaginator(request -> request.resourceArn(arn)).tags()) {
      tags.put(tag.key(), tag.value());
    }
    return tags;
  }
}
