package dev.shardline.pipeline.check;

import dev.shardline.pipeline.plan.InstanceTypes;
import dev.shardline.pipeline.settings.JobSize;
import dev.shardline.pipeline.settings.PipelineSettings;
import dev.shardline.pipeline.settings.TrainingSettings;
import dev.shardline.pipeline.settings.TrainingStage;
import java.util.Map;
import java.util.regex.Pattern;

/// Checks what each job is given: machines, volumes, times, environment.
final class StageCheck {
  private static final Pattern VARIABLE = Pattern.compile("[a-zA-Z_][a-zA-Z0-9_]*");
  private static final int LARGEST_VOLUME = 16_384;
  private static final int LONGEST_PROCESSING_SECONDS = 777_600;
  private static final int LONGEST_TRAINING_SECONDS = 2_419_200;
  private static final int MOST_VARIABLES = 100;
  private static final int LONGEST_NAME = 256;
  private static final int LONGEST_PROCESSING_VALUE = 256;
  private static final int LONGEST_TRAINING_NAME = 512;
  private static final int LONGEST_TRAINING_VALUE = 512;
  private static final int LONGEST_HYPERPARAMETER = 2500;

  private final Findings findings;

  StageCheck(Findings findings) {
    this.findings = findings;
  }

  void check(PipelineSettings settings) {
    processing("pipeline.build", settings.build());
    processing("pipeline.preprocess", settings.preprocess().size());
    processing("pipeline.verify", settings.verify().size());
    variables(
        "pipeline.preprocess.environment",
        settings.preprocess().environment(),
        LONGEST_NAME,
        LONGEST_PROCESSING_VALUE);
    double ratio = settings.verify().maxFailedRatio();
    if (!(ratio >= 0 && ratio <= 1)) {
      findings.error(
          "pipeline.verify.max-failed-ratio", "expected a share of 0 to 1, found %s", ratio);
    }
    if (settings.training() != null) {
      training(settings.training());
    }
  }

  private void processing(String path, JobSize size) {
    type(path, size.instanceType());
    if (InstanceTypes.isForTrainingOnly(size.instanceType())) {
      findings.error(
          path + ".instance-type",
          "%s is offered for training but not for processing; choose a CPU type such as"
              + " ml.m5.4xlarge, or a g type",
          size.instanceType());
    }
    findings.within(path + ".volume-gigabytes", size.volumeGigabytes(), 1, LARGEST_VOLUME);
    findings.within(
        path + ".max-runtime", size.maxRuntime().toSeconds(), 1, LONGEST_PROCESSING_SECONDS);
  }

  private void type(String path, String type) {
    if (!type.isEmpty() && !InstanceTypes.isType(type)) {
      findings.error(
          path + ".instance-type", "expected a type such as ml.m5.xlarge, found \"%s\"", type);
    }
  }

  private void training(TrainingStage stage) {
    String path = "pipeline.training";
    if (!stage.instanceType().equals(TrainingStage.LOCAL)) {
      type(path, stage.instanceType());
    } else if (stage.job() != null) {
      findings.error(
          path + ".instance-type",
          "local stands for the GPUs of this machine; a training step needs a type such as"
              + " ml.g5.12xlarge");
    }
    findings.within(path + ".instance-count", stage.instances(), 1, Integer.MAX_VALUE);
    if (stage.gpusPerInstance() != null) {
      findings.within(path + ".gpus-per-instance", stage.gpusPerInstance(), 0, 1024);
    }
    if (stage.job() != null) {
      trainingJob(path, stage.job());
    }
  }

  private void trainingJob(String path, TrainingSettings job) {
    findings.within(path + ".volume-gigabytes", job.volumeGigabytes(), 1, LARGEST_VOLUME);
    findings.within(
        path + ".max-runtime", job.maxRuntime().toSeconds(), 1, LONGEST_TRAINING_SECONDS);
    variables(
        path + ".environment", job.environment(), LONGEST_TRAINING_NAME, LONGEST_TRAINING_VALUE);
    findings.count(
        path + ".hyperparameters", job.hyperparameters().size(), MOST_VARIABLES, "values");
    job.hyperparameters()
        .forEach((key, value) -> {
          findings.atMost(path + ".hyperparameters." + key, key, LONGEST_NAME);
          findings.atMost(path + ".hyperparameters." + key, value, LONGEST_HYPERPARAMETER);
        });
  }

  private void variables(
      String path, Map<String, String> variables, int longestName, int longestValue) {
    findings.count(path, variables.size(), MOST_VARIABLES, "variables");
    variables.forEach((key, value) -> {
      findings.matches(path + "." + key, key, VARIABLE, "a variable's name");
      findings.atMost(path + "." + key, key, longestName);
      findings.atMost(path + "." + key, value, longestValue);
    });
  }
}
