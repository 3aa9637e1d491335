package dev.shardline.program;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import org.junit.jupiter.api.Test;

/// `pipeline watch` against a server that stands for AWS. What it prints is what docs/PIPELINE.md
/// shows.
class PipelineWatchTest {
  private static final Path ROOT = Path.of(System.getProperty("shardline.root", ".."));
  private static final String EXECUTION =
      "arn:aws:sagemaker:eu-west-1:123456789012:pipeline/brain-mri-2d/execution/a1b2c3d4e5f6";
  private static final String JOB =
      "arn:aws:sagemaker:eu-west-1:123456789012:processing-job/pipelines-a1b2-Preprocess-x";
  private static final int PERMANENT = 42;

  /// An execution whose Preprocess step stands as given.
  private static StubAws service(String execution, String preprocess) throws IOException {
    return StubAws.start()
        .answer(
            "ListPipelineExecutions",
            """
            {"PipelineExecutionSummaries": [{"PipelineExecutionArn": "%s"}]}
            """
                .formatted(EXECUTION))
        .answer("DescribePipelineExecution", execution)
        .answer(
            "ListPipelineExecutionSteps",
            """
            {"PipelineExecutionSteps": [
              {"StepName": "BuildManifests", "StepStatus": "Succeeded", "AttemptCount": 1,
               "StartTime": 1700000000, "EndTime": 1700000130},
              {"StepName": "Preprocess", %s,
               "Metadata": {"ProcessingJob": {"Arn": "%s"}}}]}
            """
                .formatted(preprocess, JOB))
        .answer(
            "DescribeLogStreams",
            """
            {"logStreams": [{"logStreamName": "pipelines-a1b2-Preprocess-x/algo-1-1700000140"},
                            {"logStreamName": "pipelines-a1b2-Preprocess-x/algo-2-1700000140"}]}
            """);
  }

  private static String job(String exitMessage) {
    return """
    {"ExitMessage": "%s", "ProcessingResources": {"ClusterConfig":
      {"InstanceCount": 2, "InstanceType": "ml.m5.2xlarge", "VolumeSizeInGB": 100}}}
    """
        .formatted(exitMessage);
  }

  private static String events(String... lines) {
    StringBuilder events = new StringBuilder();
    for (String line : lines) {
      events.append(events.isEmpty() ? "" : ", ").append("{\"message\": \"%s\"}".formatted(line));
    }
    return "{\"events\": [" + events + "]}";
  }

  private static Program.Outcome watch(StubAws service) throws IOException, InterruptedException {
    return new Program(service.environment())
        .run(
            "pipeline",
            "watch",
            ROOT.resolve("docs/examples/brain-mri-sagemaker.yaml").toString(),
            "--once");
  }

  /// The block of docs/PIPELINE.md that follows a line with this text.
  private static String shown(String before) throws IOException {
    String page = Files.readString(ROOT.resolve("docs/PIPELINE.md"));
    int begin = page.indexOf("```text\n", page.indexOf(before)) + "```text\n".length();
    return page.substring(begin, page.indexOf("```", begin));
  }

  @Test
  void itShowsHowFarEachMachineIsAsThePageSays() throws Exception {
    Instant begun = Instant.now().minus(Duration.ofMinutes(72)).minusSeconds(5);
    try (StubAws service =
        service(
            """
            {"PipelineArn": "%s", "PipelineExecutionStatus": "Executing"}
            """
                .formatted(EXECUTION.substring(0, EXECUTION.indexOf("/execution"))),
            """
            "StepStatus": "Executing", "AttemptCount": 2, "StartTime": %d
            """
                .formatted(begun.getEpochSecond()))) {
      service
          .answer("DescribeProcessingJob", job(""))
          .answer(
              "GetLogEvents",
              request ->
                  request.contains("algo-1-")
                      ? events("INFO  progress 17 of 24 parts, 3,506 samples", "INFO  part done")
                      : events("INFO  progress 9 of 24 parts, 1,811 samples"));

      Program.Outcome outcome = watch(service);

      assertThat(outcome.exitCode()).as(outcome.err()).isZero();
      assertThat(outcome.out().strip()).isEqualTo(shown("shows how far each machine is").strip());
    }
  }

  @Test
  void itShowsTheLastLinesOfWhatFailedAsThePageSays() throws Exception {
    try (StubAws service =
        service(
            """
            {"PipelineArn": "%s", "PipelineExecutionStatus": "Failed",
             "FailureReason": "Step failure: One or multiple steps failed."}
            """
                .formatted(EXECUTION.substring(0, EXECUTION.indexOf("/execution"))),
            """
            "StepStatus": "Failed", "AttemptCount": 1, "StartTime": 1700000130,
            "EndTime": 1700000215,
            "FailureReason": "AlgorithmError: Exit Code: 42"
            """)) {
      service
          .answer("DescribeProcessingJob", job("algo-2: 12 of 97 samples failed"))
          .answer(
              "GetLogEvents",
              request ->
                  request.contains("algo-1-")
                      ? events("INFO  progress 24 of 24 parts, 4,971 samples")
                      : events(
                          "INFO  progress 1 of 24 parts, 97 samples",
                          "12 of 97 samples failed (0.1237), tolerated is 0.05"));

      Program.Outcome outcome = watch(service);

      assertThat(outcome.exitCode()).as(outcome.err()).isEqualTo(PERMANENT);
      assertThat(outcome.out().strip()).isEqualTo(shown("Where a machine failed").strip());
    }
  }

  @Test
  void aRegionThatIsNoneIsNamed() throws Exception {
    Program.Outcome outcome =
        new Program(
                Map.of(
                    "AWS_ACCESS_KEY_ID", "test",
                    "AWS_SECRET_ACCESS_KEY", "test",
                    "AWS_ENDPOINT_URL", "http://sagemaker.eu-nowhere-9.invalid"))
            .run(
                "pipeline",
                "diff",
                ROOT.resolve("docs/examples/brain-mri-sagemaker.yaml").toString());

    assertThat(outcome.exitCode()).isEqualTo(2);
    assertThat(outcome.err())
        .contains("there is no server sagemaker.eu-nowhere-9.invalid. Check pipeline.region");
  }
}
