package dev.shardline.pipeline.sagemaker;

import dev.shardline.digest.Digest;
import dev.shardline.failure.RetryableException;
import dev.shardline.failure.UsageException;
import dev.shardline.pipeline.check.DefinitionCheck;
import dev.shardline.pipeline.json.DefinitionWriter;
import dev.shardline.storage.Content;
import dev.shardline.storage.ObjectLocation;
import dev.shardline.storage.StoreProvider;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import software.amazon.awssdk.services.sagemaker.SageMakerClient;
import software.amazon.awssdk.services.sagemaker.model.ParallelismConfiguration;
import software.amazon.awssdk.services.sagemaker.model.PipelineDefinitionS3Location;
import software.amazon.awssdk.services.sagemaker.model.Tag;

/// Deploys a pipeline: looks whether it is there, then creates or updates it. Every setting goes
/// into both requests.
public final class PipelineUpserter {
  /// From this size on a definition goes through S3 instead of into the request.
  static final int LARGEST_INLINE = 100 * 1024;

  private final SageMakerClient client;
  private final StoreProvider stores;

  public PipelineUpserter(AwsAccount account, StoreProvider stores) {
    this(account.sageMaker(), stores);
  }

  PipelineUpserter(SageMakerClient client, StoreProvider stores) {
    this.client = client;
    this.stores = stores;
  }

  /// @param deployed what [PipelineLookup] found just before, and the user agreed to replace
  /// @throws UsageException if the definition is too large or AWS refuses; nothing is changed then
  public UpsertOutcome upsert(Deployment deployment, Optional<DeployedPipeline> deployed) {
    Sent sent = send(deployment);
    return AwsFailures.calling(
        "deploy the pipeline " + deployment.name(),
        () ->
            deployed
                .map(pipeline -> update(deployment, sent, pipeline))
                .orElseGet(() -> create(deployment, sent)));
  }

  /// The definition as a request carries it: one of the two is null.
  private record Sent(@Nullable String inline, @Nullable PipelineDefinitionS3Location location) {}

  private Sent send(Deployment deployment) {
    String json = deployment.json();
    byte[] bytes = json.getBytes(StandardCharsets.UTF_8);
    if (bytes.length > DefinitionCheck.LARGEST_DEFINITION) {
      throw new UsageException(
          "The definition has %d bytes, SageMaker takes at most %d"
              .formatted(bytes.length, DefinitionCheck.LARGEST_DEFINITION));
    }
    if (bytes.length < LARGEST_INLINE) {
      return new Sent(json, null);
    }
    ObjectLocation location =
        ObjectLocation.parse(deployment.settings().placement().work())
            .resolve("pipelines/%s/%s.json".formatted(deployment.name(), Digest.of(bytes)));
    try {
      var ignored = stores.storeOf(location).write(location, Content.ofBytes(bytes));
    } catch (IOException e) {
      throw new RetryableException(
          "Cannot write the definition to %s: %s".formatted(location, e.getMessage()), e);
    }
    return new Sent(
        null,
        PipelineDefinitionS3Location.builder()
            .bucket(location.container())
            .objectKey(location.key())
            .build());
  }

  private UpsertOutcome create(Deployment deployment, Sent sent) {
    String arn =
        client
            .createPipeline(request ->
                request
                    .pipelineName(deployment.name())
                    .clientRequestToken(token(deployment))
                    .pipelineDefinition(sent.inline())
                    .pipelineDefinitionS3Location(sent.location())
                    .pipelineDescription(description(deployment))
                    .roleArn(deployment.settings().placement().role())
                    .parallelismConfiguration(parallelism(deployment))
                    .tags(tags(deployment)))
            .pipelineArn();
    return new UpsertOutcome.Created(arn);
  }

  private UpsertOutcome update(Deployment deployment, Sent sent, DeployedPipeline deployed) {
    String arn =
        client
            .updatePipeline(request ->
                request
                    .pipelineName(deployment.name())
                    .pipelineDefinition(sent.inline())
                    .pipelineDefinitionS3Location(sent.location())
                    .pipelineDescription(description(deployment))
                    .roleArn(deployment.settings().placement().role())
                    .parallelismConfiguration(parallelism(deployment)))
            .pipelineArn();
    List<Tag> changed = new ArrayList<>();
    for (Tag tag : tags(deployment)) {
      if (!tag.value().equals(deployed.tags().get(tag.key()))) {
        changed.add(tag);
      }
    }
    if (!changed.isEmpty()) {
      var ignored = client.addTags(request -> request.resourceArn(arn).tags(changed));
    }
    return new UpsertOutcome.Updated(arn);
  }

  /// The same request always has the same token, so that sending it again cannot create twice.
  private static String token(Deployment deployment) {
    return Digest.of(
            deployment.name()
                + "\n"
                + deployment.settings().placement().role()
                + "\n"
                + deployment.json())
        .hex();
  }

  private static @Nullable String description(Deployment deployment) {
    String description = deployment.settings().identity().description();
    return description.isEmpty() ? null : description;
  }

  private static @Nullable ParallelismConfiguration parallelism(Deployment deployment) {
    Integer steps = deployment.settings().policies().parallelism();
    return steps == null
        ? null
        : ParallelismConfiguration.builder().maxParallelExecutionSteps(steps).build();
  }

  private static List<Tag> tags(Deployment deployment) {
    List<Tag> tags = new ArrayList<>();
    deployment
        .settings()
        .identity()
        .tags()
        .forEach(tag -> tags.add(Tag.builder().key(tag.key()).value(tag.value()).build()));
    String digest =
        DeployedPipeline.digestOf(DefinitionWriter.toJson(deployment.definition())).hex();
    tags.add(Tag.builder().key(DeployedPipeline.DIGEST_TAG).value(digest).build());
    return tags;
  }
}
