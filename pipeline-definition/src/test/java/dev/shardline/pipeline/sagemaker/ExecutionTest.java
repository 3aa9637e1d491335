package dev.shardline.pipeline.sagemaker;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.shardline.digest.CanonicalJson;
import dev.shardline.pipeline.Examples;
import dev.shardline.pipeline.json.DefinitionWriter;
import dev.shardline.pipeline.sagemaker.ExecutionView.HostView;
import dev.shardline.pipeline.sagemaker.ExecutionView.Status;
import dev.shardline.pipeline.sagemaker.ExecutionView.StepView;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class ExecutionTest {
  private static final String PIPELINE =
      "arn:aws:sagemaker:eu-west-1:123456789012:pipeline/brain-mri";
  private static final String EXECUTION = PIPELINE + "/execution/abc";
  private static final String JOB =
      "arn:aws:sagemaker:eu-west-1:123456789012:processing-job/pipelines-abc-preprocess-1";

  private final StubService service = new StubService();

  @AfterEach
  void stop() {
    service.close();
  }

  @Test
  void startingAgainWhileItRunsSendsTheSameTokenAndAfterItsEndAnother() {
    service.answer(
        "StartPipelineExecution", CanonicalJson.object().put("PipelineExecutionArn", EXECUTION));
    service.answer("ListPipelineExecutions", executions());
    PipelineStarter starter = new PipelineStarter(service.sageMaker());
    Map<String, String> parameters = Map.of("Seed", "8");

    assertThat(starter.start("brain-mri", deployed(), parameters, null)).isEqualTo(EXECUTION);
    service.answer("ListPipelineExecutions", executions("Executing"));
    starter.start("brain-mri", deployed(), parameters, null);
    starter.start("brain-mri", deployed(), Map.of("Seed", "9"), null);
    service.answer("ListPipelineExecutions", executions("Succeeded"));
    starter.start("brain-mri", deployed(), parameters, null);

    List<String> tokens =
        service.requests("StartPipelineExecution").stream()
            .map(request -> request.path("ClientRequestToken").asText())
            .toList();
    assertThat(tokens.get(1)).isEqualTo(tokens.get(0)).hasSize(64);
    assertThat(tokens.get(2)).isNotEqualTo(tokens.get(0));
    assertThat(tokens.get(3)).isNotEqualTo(tokens.get(0));
  }

  @Test
  void aLabelStartsOnceWhateverRuns() {
    service.answer(
        "StartPipelineExecution", CanonicalJson.object().put("PipelineExecutionArn", EXECUTION));
    PipelineStarter starter = new PipelineStarter(service.sageMaker());

    starter.start("brain-mri", deployed(), Map.of(), "nightly-7");
    starter.start("brain-mri", deployed(), Map.of(), "nightly-7");

    assertThat(
            service.requests("StartPipelineExecution").stream()
                .map(request -> request.path("ClientRequestToken").asText())
                .distinct())
        .hasSize(1);
    assertThat(service.requests("ListPipelineExecutions")).isEmpty();
  }

  @Test
  void watchShowsStepsJobsAndWhatTheFailingMachineSaid() throws IOException {
    service.answer(
        "DescribePipelineExecution",
        CanonicalJson.object()
            .put("PipelineArn", PIPELINE)
            .put("PipelineExecutionStatus", "Failed")
            .put("FailureReason", "Step failure"));
    service.answer(
        "ListPipelineExecutionSteps",
        json(
            """
            {"PipelineExecutionSteps":[
              {"StepName":"BuildManifests","StepStatus":"Succeeded","StartTime":1700000000,"EndTime":1700000060,"AttemptCount":1},
              {"StepName":"Preprocess","StepStatus":"Failed","StartTime":1700000060,"AttemptCount":2,
               "FailureReason":"ClientError","Metadata":{"ProcessingJob":{"Arn":"%s"}}}]}
            """
                .formatted(JOB)));
    service.answer(
        "DescribeProcessingJob",
        json(
            """
            {"ExitMessage":"algo-2: disk full","ProcessingResources":
              {"ClusterConfig":{"InstanceCount":11,"InstanceType":"ml.m5.xlarge","VolumeSizeInGB":1}}}
            """));
    service.answer(
        "DescribeLogStreams",
        json(
            """
            {"logStreams":[
              {"logStreamName":"pipelines-abc-preprocess-1/algo-10-1700"},
              {"logStreamName":"pipelines-abc-preprocess-1/algo-2-1700"}]}
            """));
    service.answer(
        "GetLogEvents",
        json(
            """
            {"events":[{"message":"04:10:00 INFO  progress 3 of 10 parts, 90 samples"},{"message":"no space left"}]}
            """));
    ExecutionWatcher watcher =
        new ExecutionWatcher(service.sageMaker(), new CloudWatchJobLogs(service.logs()), 20);

    ExecutionView view = watcher.look(EXECUTION);

    assertThat(view)
        .returns(Status.FAILED, ExecutionView::status)
        .returns("brain-mri", ExecutionView::pipeline);
    StepView step = view.steps().get(1);
    assertThat(step)
        .returns(2, StepView::attempts)
        .returns(Instant.ofEpochSecond(1_700_000_060), StepView::started)
        .returns("ClientError", StepView::failureReason);
    assertThat(step.job())
        .isNotNull()
        .satisfies(job -> {
          assertThat(job.instances()).isEqualTo(11);
          assertThat(job.exitMessage()).isEqualTo("algo-2: disk full");
          assertThat(job.hosts()).extracting(HostView::name).containsExactly("algo-2", "algo-10");
          assertThat(job.hosts().getFirst().progress()).isEqualTo("3 of 10 parts, 90 samples");
          assertThat(job.hosts().getFirst().lastLines()).endsWith("no space left");
        });
    assertThat(view.steps().getFirst().job()).isNull();
  }

  @Test
  void stoppingTwiceSendsOneToken() {
    service.answer(
        "StopPipelineExecution", CanonicalJson.object().put("PipelineExecutionArn", EXECUTION));
    ExecutionStopper stopper = new ExecutionStopper(service.sageMaker());

    stopper.stop(EXECUTION);
    stopper.stop(EXECUTION);

    assertThat(service.requests("StopPipelineExecution")).hasSize(2);
    assertThat(service.requests("StopPipelineExecution").stream().distinct()).hasSize(1);
  }

  private static DeployedPipeline deployed() {
    return new DeployedPipeline(
        PIPELINE,
        DefinitionWriter.toJson(Examples.small()),
        Examples.ROLE,
        Instant.EPOCH,
        "",
        Map.of());
  }

  private static ObjectNode executions(String... statuses) {
    ObjectNode listing = CanonicalJson.object();
    var summaries = listing.putArray("PipelineExecutionSummaries");
    for (String status : statuses) {
      summaries
          .addObject()
          .put("PipelineExecutionArn", EXECUTION)
          .put("PipelineExecutionStatus", status);
    }
    return listing;
  }

  private static ObjectNode json(String text) throws IOException {
    return (ObjectNode) CanonicalJson.parse(text.getBytes(StandardCharsets.UTF_8));
  }
}
