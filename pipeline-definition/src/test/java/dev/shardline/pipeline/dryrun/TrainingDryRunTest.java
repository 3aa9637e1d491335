package dev.shardline.pipeline.dryrun;

import static org.assertj.core.api.Assertions.assertThat;

import dev.shardline.pipeline.Examples;
import dev.shardline.pipeline.dryrun.DryRunEvent.Delivered;
import dev.shardline.pipeline.dryrun.DryRunEvent.StepStatus;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class TrainingDryRunTest {
  private static final String YAML =
      Examples.SMALL
          + """
            training:
              instance-type: ml.g5.xlarge
              instance-count: 2
              image: trainer:7
              hyperparameters: {rate: "0.1"}
          """;

  @TempDir Path folder;

  @Test
  void withoutALocalCommandTheChannelsAreLaidOutAndCounted() throws InterruptedException {
    Study study = new Study(folder, YAML, 2);

    ExecutionReport report = study.run();

    assertThat(report.steps().get(4))
        .returns("Train", StepReport::name)
        .returns(StepStatus.PREPARED, StepReport::status);
    assertThat(study.events(Delivered.class))
        .filteredOn(event -> event.step().equals("Train"))
        .extracting(Delivered::input, Delivered::objects)
        .hasToString("[(\"train\", [7, 7]), (\"validation\", [1, 1]), (\"test\", [1, 1])]");
  }

  @Test
  void withALocalCommandTheTrainingRunsAndItsModelIsKept() throws InterruptedException {
    Study study = new Study(folder, YAML, 2);
    study.commands.put(
        "trainer:7",
        List.of(
            "/bin/sh",
            "-c",
            "cd $SHARDLINE_ML_ROOT && cat input/config/hyperparameters.json input/data/train/* >"
                + " model/weights"));

    assertThat(study.run().steps().get(4).status()).isEqualTo(StepStatus.SUCCEEDED);
    assertThat(study.keys(Study.WORK + "models/run1/"))
        .containsExactly("pipelines-run1-Train-1/output/model.tar.gz");
  }
}
