package dev.shardline.pipeline.sagemaker;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.shardline.digest.CanonicalJson;
import dev.shardline.failure.RetryableException;
import dev.shardline.failure.UsageException;
import dev.shardline.pipeline.Examples;
import dev.shardline.pipeline.PipelineDefinition;
import dev.shardline.pipeline.json.DefinitionWriter;
import dev.shardline.pipeline.render.PipelineRenderer;
import dev.shardline.storage.ObjectLocation;
import dev.shardline.storage.memory.MemoryStore;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class DeploymentTest {
  private static final String ARN = "arn:aws:sagemaker:eu-west-1:123456789012:pipeline/brain-mri";

  private final StubService service = new StubService();
  private final MemoryStore store = new MemoryStore();
  private final PipelineLookup lookup = new PipelineLookup(service.sageMaker());
  private final PipelineUpserter upserter =
      new PipelineUpserter(service.sageMaker(), location -> store);

  @AfterEach
  void stop() {
    service.close();
  }

  @Test
  void aPipelineThatIsNotThereIsCreatedWithEverythingAtOnce() {
    // A name that only begins like ours must not be taken for it.
    service.answer("ListPipelines", listing("brain-mri-2"));
    service.answer("CreatePipeline", CanonicalJson.object().put("PipelineArn", ARN));

    Optional<DeployedPipeline> found = lookup.find("brain-mri");
    UpsertOutcome outcome = upserter.upsert(full(), found);

    assertThat(outcome).isEqualTo(new UpsertOutcome.Created(ARN));
    JsonNode request = service.requests("CreatePipeline").getFirst();
    assertThat(request.path("PipelineDefinition").asText())
        .isEqualTo(DefinitionWriter.compact(Examples.full()));
    assertThat(request.at("/ParallelismConfiguration/MaxParallelExecutionSteps").asInt())
        .isEqualTo(4);
    assertThat(request.path("RoleArn").asText()).isEqualTo(Examples.ROLE);
    assertThat(request.path("ClientRequestToken").asText()).hasSize(64);
    assertThat(request.path("Tags").toString())
        .contains("\"team\"", "\"imaging\"", DeployedPipeline.DIGEST_TAG);
  }

  @Test
  void aPipelineThatIsThereIsUpdatedWithParallelismAndChangedTags() {
    deployed(Examples.full(), true);
    service.answer("UpdatePipeline", CanonicalJson.object().put("PipelineArn", ARN));
    service.answer("AddTags", CanonicalJson.object());

    UpsertOutcome outcome = upserter.upsert(full(), lookup.find("brain-mri"));

    assertThat(outcome).isEqualTo(new UpsertOutcome.Updated(ARN));
    assertThat(
            service
                .requests("UpdatePipeline")
                .getFirst()
                .at("/ParallelismConfiguration/MaxParallelExecutionSteps")
                .asInt())
        .isEqualTo(4);
    assertThat(service.requests("CreatePipeline")).isEmpty();
    assertThat(service.requests("AddTags").getFirst().path("Tags").findValuesAsText("Key"))
        .containsExactly("team", "cost-centre");
  }

  @Test
  void anEditByOtherMeansIsSeen() {
    deployed(Examples.full(), true);
    assertThat(lookup.find("brain-mri")).get().returns(false, DeployedPipeline::editedElsewhere);

    deployed(Examples.small(), false);
    assertThat(lookup.find("brain-mri")).get().returns(true, DeployedPipeline::editedElsewhere);
  }

  @Test
  void whatWasJustDeployedIsNotTakenForAnEdit() {
    // Its retry policies hold 2.0, which reading the service's answer makes a 2.
    Deployment small = new Deployment(Examples.settings(Examples.SMALL), Examples.small());
    assertThat(small.json()).contains("\"BackoffRate\":2.0");
    service.answer("CreatePipeline", CanonicalJson.object().put("PipelineArn", ARN));
    var ignored = upserter.upsert(small, Optional.empty());
    deployed(Examples.small(), false);
    ObjectNode tags = CanonicalJson.object();
    tags.set("Tags", service.requests("CreatePipeline").getFirst().path("Tags"));
    service.answer("ListTags", tags);

    assertThat(lookup.find("brain-mri")).get().returns(false, DeployedPipeline::editedElsewhere);
  }

  @Test
  void aFailureWithoutACodeIsStillTold() {
    service.fail("ListPipelines", 9, 500, null, null);

    assertThatExceptionOfType(RetryableException.class)
        .isThrownBy(() -> lookup.find("brain-mri"))
        .withMessageContaining("Cannot look for the pipeline brain-mri: AWS failed");
  }

  @Test
  void aLargeDefinitionGoesThroughS3() throws IOException {
    service.answer("CreatePipeline", CanonicalJson.object().put("PipelineArn", ARN));
    Deployment large = large(130_000);

    var ignored = upserter.upsert(large, Optional.empty());

    JsonNode location =
        service.requests("CreatePipeline").getFirst().path("PipelineDefinitionS3Location");
    assertThat(service.requests("CreatePipeline").getFirst().has("PipelineDefinition")).isFalse();
    assertThat(location.path("Bucket").asText()).isEqualTo("study-bucket");
    byte[] written =
        store.read(new ObjectLocation("s3", "study-bucket", location.path("ObjectKey").asText()));
    assertThat(new String(written, StandardCharsets.UTF_8)).isEqualTo(large.json());
  }

  @Test
  void aDefinitionOverTheLimitChangesNothing() {
    assertThatExceptionOfType(UsageException.class)
        .isThrownBy(() -> upserter.upsert(large(1_100_000), Optional.empty()))
        .withMessageContaining("SageMaker takes at most 1048576");
    assertThat(service.calls).isEmpty();
  }

  @Test
  void throttlingIsRetriedAndThenTold() {
    service.answer("ListPipelines", listing());
    service.fail("ListPipelines", 2, 400, "ThrottlingException", "Rate exceeded");
    assertThat(lookup.find("brain-mri")).isEmpty();
    assertThat(service.requests("ListPipelines")).hasSize(3);

    service.fail("ListPipelines", 9, 400, "ThrottlingException", "Rate exceeded");
    assertThatExceptionOfType(RetryableException.class)
        .isThrownBy(() -> lookup.find("brain-mri"))
        .withMessageContaining("Cannot look for the pipeline brain-mri: AWS throttles");
  }

  @Test
  void refusalsSayWhatToAllow() {
    service.fail("ListPipelines", 9, 400, "AccessDeniedException", "not authorized to list");
    assertThatExceptionOfType(UsageException.class)
        .isThrownBy(() -> lookup.find("brain-mri"))
        .withMessageContaining("`shardline pipeline policy` prints what must be allowed");

    service.fail("CreatePipeline", 1, 400, "ValidationException", "bad role");
    assertThatExceptionOfType(UsageException.class)
        .isThrownBy(() -> upserter.upsert(full(), Optional.empty()))
        .withMessage("Cannot deploy the pipeline brain-mri: ValidationException: bad role");

    service.fail("CreatePipeline", 9, 500, "InternalFailure", "oops");
    assertThatExceptionOfType(RetryableException.class)
        .isThrownBy(() -> upserter.upsert(full(), Optional.empty()));

    service.fail("CreatePipeline", 9, 400, "ConflictException", "in use");
    assertThatExceptionOfType(RetryableException.class)
        .isThrownBy(() -> upserter.upsert(full(), Optional.empty()))
        .withMessageContaining("someone else is changing it");
  }

  private static Deployment full() {
    return new Deployment(Examples.settings(Examples.FULL), Examples.full());
  }

  private static Deployment large(int characters) {
    String yaml =
        Examples.SMALL
            + "  training:\n"
            + "    instance-type: ml.g5.xlarge\n"
            + "    image: x:1\n"
            + "    hyperparameters:\n";
    StringBuilder text = new StringBuilder(yaml);
    for (int i = 0; text.length() < characters + yaml.length(); i++) {
      text.append("      key-").append(i).append(": ").append("v".repeat(2000)).append('\n');
    }
    PipelineDefinition definition =
        new PipelineRenderer(Examples.settings(text.toString()), Examples.workload(false))
            .render(1);
    return new Deployment(Examples.settings(text.toString()), definition);
  }

  private static ObjectNode listing(String... names) {
    ObjectNode listing = CanonicalJson.object();
    var summaries = listing.putArray("PipelineSummaries");
    for (String name : names) {
      summaries.addObject().put("PipelineName", name);
    }
    return listing;
  }

  private void deployed(PipelineDefinition definition, boolean tagged) {
    JsonNode json = DefinitionWriter.toJson(definition);
    service.answer("ListPipelines", listing("brain-mri", "brain-mri-2"));
    service.answer(
        "DescribePipeline",
        CanonicalJson.object()
            .put("PipelineArn", ARN)
            .put("PipelineDefinition", json.toString())
            .put("RoleArn", Examples.ROLE)
            .put("LastModifiedTime", 1_700_000_000));
    ObjectNode tags = CanonicalJson.object();
    var list = tags.putArray("Tags");
    if (tagged) {
      list.addObject()
          .put("Key", DeployedPipeline.DIGEST_TAG)
          .put("Value", CanonicalJson.digestOf(json).hex());
    }
    service.answer("ListTags", tags);
  }
}
