package dev.shardline.pipeline.dryrun;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.shardline.digest.CanonicalJson;
import dev.shardline.failure.UsageException;
import dev.shardline.pipeline.Examples;
import dev.shardline.pipeline.RetryPolicy.StepException;
import dev.shardline.pipeline.dryrun.DryRunEvent.CacheHit;
import dev.shardline.pipeline.dryrun.DryRunEvent.Delivered;
import dev.shardline.pipeline.dryrun.DryRunEvent.HostEnded;
import dev.shardline.pipeline.dryrun.DryRunEvent.Retried;
import dev.shardline.pipeline.dryrun.DryRunEvent.StepStatus;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

class DryRunTest {
  @TempDir Path folder;

  @Test
  void thePipelineRunsFromManifestsToTheVerdict() throws InterruptedException {
    Study study = new Study(folder, Examples.SMALL, 4);

    ExecutionReport report = study.run();

    assertThat(report.succeeded()).isTrue();
    assertThat(report.doubts()).isEmpty();
    assertThat(report.steps())
        .extracting(StepReport::name, StepReport::status)
        .hasToString(
            "[(\"BuildManifests\", SUCCEEDED), (\"Preprocess\", SUCCEEDED), (\"Verify\","
                + " SUCCEEDED), (\"AcceptOrRefuse\", SUCCEEDED), (\"Refuse\", NOT_REACHED)]");
    assertThat(study.keys(Study.WORK + "runs/run1/"))
        .containsExactly(
            "index.txt",
            "test/part-00000.tar",
            "train/part-00000.tar",
            "train/part-00001.tar",
            "train/part-00002.tar",
            "train/part-00003.tar",
            "train/part-00004.tar",
            "train/part-00005.tar",
            "train/part-00006.tar",
            "validation/part-00000.tar",
            "workers/algo-1.json",
            "workers/algo-2.json",
            "workers/algo-3.json",
            "workers/algo-4.json");
    assertThat(study.text(Study.WORK + "runs/run1/index.txt")).contains("train/part-00006.tar\n");
  }

  @ParameterizedTest
  @EnumSource
  void underEveryOrderEachPartGoesToOneMachine(AssignmentOrder order) throws InterruptedException {
    Study study = new Study(folder, Examples.SMALL, 3);
    study.order = order;

    assertThat(study.run().succeeded()).isTrue();
    assertThat(study.events(Delivered.class))
        .filteredOn(event -> event.step().equals("Preprocess") && event.input().equals("train"))
        .singleElement()
        .satisfies(event -> {
          assertThat(event.objects()).hasSize(3);
          assertThat(event.objects().stream().mapToInt(Integer::intValue).sum()).isEqualTo(7);
        });
    assertThat(study.keys(Study.WORK + "runs/run1/train/")).hasSize(7);
  }

  @ParameterizedTest
  @CsvSource({
    "false, 0, 0.0, 'The audit refuses the run: as it is; tolerated failed ratio 0.01'",
    "true, 3, 0.0, 'The audit refuses the run: as it is; tolerated failed ratio 0.01'",
    "true, 0, 0.011, 'The audit refuses the run: as it is; tolerated failed ratio 0.01'",
  })
  void aRunThatTheAuditRefusesFailsTheExecution(
      boolean intact, int leaks, String ratio, String reason) throws InterruptedException {
    Study study = new Study(folder, Examples.SMALL, 2);
    study.config("verdict.json", Study.verdict(intact, leaks, ratio));

    ExecutionReport report = study.run();

    assertThat(report.succeeded()).isFalse();
    assertThat(report.steps().getLast())
        .returns("Refuse", StepReport::name)
        .returns(StepStatus.FAILED, StepReport::status)
        .returns(reason, StepReport::reason);
  }

  @Test
  void aParameterChangesTheConditionAndTheNumberOfMachines() throws InterruptedException {
    Study study = new Study(folder, Examples.SMALL, 2);
    study.config("verdict.json", Study.verdict(true, 0, "0.2"));

    ExecutionReport report =
        study.run("run1", Map.of("MaxFailedRatio", "0.5", "ProcessingInstanceCount", "5"));

    assertThat(report.succeeded()).isTrue();
    assertThat(study.keys(Study.WORK + "runs/run1/workers/")).hasSize(5);
  }

  @Test
  void anUnchangedDataSetIsTakenFromTheCacheAndAChangedOneIsNot() throws InterruptedException {
    Study study = new Study(folder, Examples.SMALL, 2);
    study.run();
    ExecutionReport again = study.run("run2", Map.of("ProcessingInstanceCount", "7"));

    assertThat(study.events(CacheHit.class))
        .extracting(CacheHit::step)
        .containsExactly("Preprocess");
    assertThat(study.keys(Study.WORK + "runs/run2/")).containsExactly("index.txt");
    assertThat(study.text(Study.WORK + "runs/run2/index.txt")).contains("train/part-00006.tar");
    assertThat(again.succeeded()).isTrue();

    study.config(
        "build.json",
        study
            .text("s3://study-bucket/shardline/configs/0123456789abcdef/build.json")
            .replace("0011223344556677", "8899aabbccddeeff"));
    for (String key : study.keys(Study.DATASET)) {
      study.put(
          Study.WORK + "datasets/mri/8899aabbccddeeff/" + key, study.text(Study.DATASET + key));
    }
    study.run("run3", Map.of());
    assertThat(study.events(CacheHit.class)).isEmpty();
  }

  @Test
  void aCachedResultExpires() throws InterruptedException {
    Study study = new Study(folder, Examples.SMALL + "  cache: {expire-after: P2D}\n", 1);
    study.run();
    study.now = study.now.plus(Duration.ofHours(47));
    study.run("run2", Map.of());
    assertThat(study.events(CacheHit.class)).hasSize(1);

    study.now = study.now.plus(Duration.ofHours(2));
    study.run("run3", Map.of());
    assertThat(study.events(CacheHit.class)).isEmpty();
  }

  @Test
  void failuresOfTheServiceAreRetriedAsThePolicySays() throws InterruptedException {
    Study study =
        new Study(
            folder, Examples.SMALL + "  retry: {attempts: 2, interval: 10s, backoff: 3.0}\n", 2);
    study.faults.put(
        "Preprocess", List.of(StepException.CAPACITY_ERROR, StepException.JOB_INTERNAL_ERROR));

    ExecutionReport report = study.run();

    assertThat(report.succeeded()).isTrue();
    assertThat(report.steps().get(1).attempts()).isEqualTo(3);
    assertThat(study.events(Retried.class))
        .extracting(Retried::pause)
        .containsExactly(Duration.ofSeconds(10), Duration.ofSeconds(30));

    study.faults.put(
        "Preprocess",
        List.of(
            StepException.CAPACITY_ERROR,
            StepException.CAPACITY_ERROR,
            StepException.CAPACITY_ERROR));
    study.config("process.sh", "# changed, so that nothing comes from the cache");
    study.now = study.now.plus(Duration.ofDays(40));
    assertThat(study.run("run2", Map.of()).succeeded()).isFalse();
  }

  @Test
  void stepsThatDoNotWaitForEachOtherRunAtOnce() throws IOException, InterruptedException {
    Study study = new Study(folder, Examples.SMALL, 1);
    ObjectNode definition = (ObjectNode) CanonicalJson.parse(study.definition.getBytes(UTF_8));
    ArrayNode steps = definition.withArray("Steps");
    steps.add(((ObjectNode) steps.get(0)).deepCopy().put("Name", "Twin"));
    study.definition = definition.toString();
    Path meeting = Files.createDirectory(folder.resolve("meeting"));
    study.config(
        "build.sh",
        """
        touch "%1$s/$$"
        tries=0
        while [ "$(ls "%1$s" | wc -l)" -lt 2 ]; do
          tries=$((tries + 1))
          [ "$tries" -lt 200 ] || exit 7
          sleep 0.05
        done
        """
            .formatted(meeting));

    ExecutionReport report = study.run();

    assertThat(report.succeeded()).isTrue();
    assertThat(report.steps())
        .filteredOn(step -> step.name().equals("Twin"))
        .singleElement()
        .returns(StepStatus.SUCCEEDED, StepReport::status);
  }

  @Test
  void aFailureOnOneMachineFailsTheJobOnceAllHaveEnded() throws InterruptedException {
    Study study = new Study(folder, Examples.SMALL, 3);
    study.config(
        "process.sh",
        """
        if [ "$host" = algo-2 ]; then
          printf 'too many bad samples. ' > "$SHARDLINE_ML_ROOT/output/message"
          exit 42
        fi
        sleep 0.2
        """);

    ExecutionReport report = study.run();

    assertThat(study.events(HostEnded.class))
        .filteredOn(event -> event.step().equals("Preprocess"))
        .extracting(HostEnded::host, HostEnded::exitCode)
        .hasToString("[(\"algo-1\", 0), (\"algo-2\", 42), (\"algo-3\", 0)]");
    assertThat(report.steps().get(1).reason())
        .isEqualTo(
            "AlgorithmError: algo-2 exited with 42: algo-1 done. too many bad samples. algo-3"
                + " done.");
    assertThat(report.steps().get(1).attempts()).isEqualTo(1);
    assertThat(study.keys(Study.WORK + "runs/")).isEmpty();
    assertThat(report.steps().get(2).status()).isEqualTo(StepStatus.NOT_REACHED);
  }

  @Test
  void continuousOutputsArriveAlsoFromAJobThatFails() throws InterruptedException {
    Study study = new Study(folder, Examples.SMALL + "  preprocess: {upload: continuous}\n", 1);
    study.config("process.sh", "echo early > \"$ml/output/train/early.tar\"; sleep 0.6; exit 1");

    assertThat(study.run().succeeded()).isFalse();
    assertThat(study.keys(Study.WORK + "runs/run1/")).containsExactly("train/early.tar");
  }

  @Test
  void machinesThatWriteTheSameFileDifferentlyAreDoubted() throws InterruptedException {
    Study study = new Study(folder, Examples.SMALL, 2);
    study.config("process.sh", "echo \"$host\" > \"$ml/output/train/same.txt\"");

    assertThat(study.run().doubts())
        .singleElement()
        .asString()
        .contains("Preprocess: algo-1 and algo-2 both wrote")
        .contains("train/same.txt");
  }

  @ParameterizedTest
  @CsvSource({
    "Sead=1, did you mean Seed?",
    "Seed=one, 'Parameter Seed: expected a value of type Integer, found \"one\"'",
    "Nothing=1, it has DataUri",
  })
  void aWrongParameterIsToldBeforeAnythingStarts(String parameter, String message) {
    Study study = new Study(folder, Examples.SMALL, 1);
    String[] pair = parameter.split("=", 2);

    assertThatExceptionOfType(UsageException.class)
        .isThrownBy(() -> study.run("run1", Map.of(pair[0], pair[1])))
        .withMessageContaining(message);
    assertThat(study.events).isEmpty();
  }

  @Test
  void anImageThatThisMachineLacksIsToldBeforeAnythingStarts() {
    Study study = new Study(folder, Examples.SMALL, 1);

    assertThatExceptionOfType(UsageException.class)
        .isThrownBy(() -> study.run("run1", Map.of("ImageUri", "elsewhere/image:1")))
        .withMessageContaining("needs the image elsewhere/image:1");
  }

  @Test
  void aMissingSourceOrResultNamesTheStepThatMissesIt() throws InterruptedException {
    Study study = new Study(folder, Examples.SMALL, 1);
    study.config("build.json", "{\"dataset\":{}}");

    ExecutionReport report = study.run();

    assertThat(report.steps().get(1))
        .returns(StepStatus.FAILED, StepReport::status)
        .returns(
            "s3://study-bucket/shardline/executions/run1/build/build.json has nothing at"
                + " splits.train.parts",
            StepReport::reason);
  }
}
