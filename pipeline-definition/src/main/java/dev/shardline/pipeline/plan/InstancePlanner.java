package dev.shardline.pipeline.plan;

import dev.shardline.pipeline.settings.PreprocessStage;
import dev.shardline.pipeline.settings.Problem;
import dev.shardline.pipeline.settings.TrainingStage;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.OptionalInt;
import java.util.function.IntSupplier;
import org.jspecify.annotations.Nullable;

/// Chooses the number of machines: what the user fixed, else one for each GPU that will train, both
/// within what the service allows and what the parts can keep busy.
public final class InstancePlanner {
  /// The most instances a processing job may have.
  public static final int MOST_INSTANCES = 100;

  private static final String COUNT = "pipeline.preprocess.instance-count";
  private static final String TRAINING = "pipeline.training.";

  private final IntSupplier localGpus;

  /// @param localGpus counts the GPUs of this machine, asked only for the instance type `local`
  public InstancePlanner(IntSupplier localGpus) {
    this.localGpus = localGpus;
  }

  /// @param parts null while no data set has been built
  public InstancePlan plan(
      PreprocessStage preprocess, @Nullable TrainingStage training, @Nullable PartFacts parts) {
    List<String> reasons = new ArrayList<>();
    List<Problem> problems = new ArrayList<>();
    int wanted = wanted(preprocess, training, reasons, problems);
    int allowed = withinService(wanted, reasons, problems);
    int instances = parts == null ? allowed : withinParts(allowed, parts, reasons, problems);
    if (parts == null) {
      reasons.add("no data set is built yet, so the number of parts does not limit it");
    } else {
      warnWhereMoreDoesNotPay(instances, parts, problems);
    }
    return new InstancePlan(instances, reasons, problems);
  }

  private int wanted(
      PreprocessStage preprocess,
      @Nullable TrainingStage training,
      List<String> reasons,
      List<Problem> problems) {
    if (preprocess.instances() != null) {
      reasons.add("%s asks for %d".formatted(COUNT, preprocess.instances()));
      return preprocess.instances();
    }
    if (training == null) {
      reasons.add("neither %s nor pipeline.training is given, so 1".formatted(COUNT));
      return 1;
    }
    return fromGpus(training, reasons, problems);
  }

  private int fromGpus(TrainingStage training, List<String> reasons, List<Problem> problems) {
    OptionalInt each = gpusOfEach(training);
    if (each.isEmpty()) {
      problems.add(
          Problem.error(
              TRAINING + "gpus-per-instance",
              "how many GPUs %s has is not known here; give the number"
                  .formatted(training.instanceType())));
      return 1;
    }
    int gpus = each.getAsInt() * training.instances();
    reasons.add(
        "the training has %d × %s with %d GPU%s each: %d"
            .formatted(
                training.instances(),
                training.instanceType(),
                each.getAsInt(),
                each.getAsInt() == 1 ? "" : "s",
                gpus));
    if (gpus == 0) {
      reasons.add("a training without GPUs gets one machine for each of its instances");
      return training.instances();
    }
    return gpus;
  }

  private OptionalInt gpusOfEach(TrainingStage training) {
    if (training.gpusPerInstance() != null) {
      return OptionalInt.of(training.gpusPerInstance());
    }
    return training.instanceType().equals(TrainingStage.LOCAL)
        ? OptionalInt.of(localGpus.getAsInt())
        : GpuTable.gpusOf(training.instanceType());
  }

  private static int withinService(int wanted, List<String> reasons, List<Problem> problems) {
    if (wanted < 1) {
      problems.add(
          Problem.error(COUNT, "expected 1 to %d, found %d".formatted(MOST_INSTANCES, wanted)));
      return 1;
    }
    if (wanted > MOST_INSTANCES) {
      reasons.add("a processing job has at most %d instances".formatted(MOST_INSTANCES));
      problems.add(
          Problem.warning(
              COUNT,
              "%d machines were asked for; a processing job has at most %d, so %d are used"
                  .formatted(wanted, MOST_INSTANCES, MOST_INSTANCES)));
      return MOST_INSTANCES;
    }
    return wanted;
  }

  private static int withinParts(
      int allowed, PartFacts parts, List<String> reasons, List<Problem> problems) {
    if (allowed <= parts.parts()) {
      return allowed;
    }
    reasons.add(
        "the data set has only %d part%s".formatted(parts.parts(), parts.parts() == 1 ? "" : "s"));
    problems.add(
        Problem.warning(
            COUNT,
            "%d machines for %d parts would leave machines idle and billed, so %d are used; a smaller dataset.parts.target-bytes gives more parts"
                .formatted(allowed, parts.parts(), parts.parts())));
    return parts.parts();
  }

  private static void warnWhereMoreDoesNotPay(
      int instances, PartFacts parts, List<Problem> problems) {
    int enough = fewestAsFast(instances, parts);
    if (enough < instances) {
      problems.add(
          Problem.warning(
              COUNT,
              "%d machines would be done no later than %d, because a part is never cut: the busiest machine reads the same %s either way"
                  .formatted(enough, instances, megabytes(parts.busiestBytes(instances)))));
    }
  }

  /// The smallest number of machines whose busiest one has no more to do than with `instances`.
  private static int fewestAsFast(int instances, PartFacts parts) {
    double bytes = parts.busiestBytes(instances);
    int fewest = instances;
    while (fewest > 1 && parts.busiestBytes(fewest - 1) <= bytes) {
      fewest--;
    }
    return fewest;
  }

  private static String megabytes(double bytes) {
    return String.format(Locale.ROOT, "%.1f MB", bytes / 1e6);
  }
}
