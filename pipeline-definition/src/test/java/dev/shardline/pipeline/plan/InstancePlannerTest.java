package dev.shardline.pipeline.plan;

import static org.assertj.core.api.Assertions.assertThat;

import dev.shardline.pipeline.Examples;
import dev.shardline.pipeline.plan.PartFacts.SplitParts;
import dev.shardline.pipeline.settings.PipelineSettings;
import dev.shardline.pipeline.settings.Problem;
import java.util.LinkedHashMap;
import java.util.Map;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class InstancePlannerTest {
  @ParameterizedTest
  @CsvSource({
    "ml.g5.12xlarge, 2, 8",
    "ml.p4d.24xlarge, 4, 32",
    "ml.p5.4xlarge, 3, 3",
    "ml.g7e.12xlarge, 1, 2",
    "ml.p2.16xlarge, 10, 100",
    "ml.m5.4xlarge, 5, 5",
    "ml.c7i-flex.large, 2, 2",
    "local, 1, 3",
  })
  void thereIsOneMachineForEachGpu(String type, int count, int expected) {
    InstancePlan plan = plan(training(type, count), null);

    assertThat(plan.instances()).isEqualTo(expected);
    assertThat(plan.problems()).noneMatch(Problem::isError);
    assertThat(plan.reasons().getFirst()).contains(type);
  }

  @Test
  void aTypeWithUnknownGpusNeedsANumber() {
    InstancePlan plan = plan(training("ml.p6e-gb200.36xlarge", 1), null);

    assertThat(plan.problems())
        .singleElement()
        .satisfies(problem -> {
          assertThat(problem.isError()).isTrue();
          assertThat(problem.path()).isEqualTo("pipeline.training.gpus-per-instance");
        });
    assertThat(
            plan(training("ml.p6e-gb200.36xlarge", 2) + "    gpus-per-instance: 4\n", null)
                .instances())
        .isEqualTo(8);
  }

  @Test
  void thereAreNeverMoreMachinesThanParts() {
    InstancePlan plan = plan(training("ml.p4d.24xlarge", 4), parts(5, 1, 1));

    assertThat(plan.instances()).isEqualTo(7);
    assertThat(plan.problems().toString()).contains("32 machines for 7 parts");
  }

  @Test
  void machinesThatOnlyWaitForTheBusiestOneAreWarnedOf() {
    InstancePlan plan = plan(training("ml.g5.12xlarge", 2), parts(12, 6, 6));

    assertThat(plan.instances()).isEqualTo(8);
    assertThat(plan.problems().toString()).contains("6 machines would be done no later than 8");
  }

  @Test
  void aFixedNumberIsKept() {
    String fixed = Examples.SMALL + "  preprocess: {instance-count: 3}\n";

    assertThat(plan(fixed, parts(30, 3, 3)).instances()).isEqualTo(3);
    assertThat(plan(Examples.SMALL, null).instances()).isEqualTo(1);
  }

  @ParameterizedTest
  @CsvSource({"0, 1, true", "-4, 1, true", "101, 100, false"})
  void whatTheServiceDoesNotTakeIsTold(int asked, int used, boolean error) {
    InstancePlan plan =
        plan(Examples.SMALL + "  preprocess: {instance-count: %d}\n".formatted(asked), null);

    assertThat(plan.instances()).isEqualTo(used);
    assertThat(plan.problems()).singleElement().returns(error, Problem::isError);
  }

  @Property
  void aWarningNeverNamesANumberThatWouldBeSlower(
      @ForAll @IntRange(min = 1, max = 100) int instances,
      @ForAll @IntRange(min = 1, max = 60) int train,
      @ForAll @IntRange(min = 1, max = 60) int test) {
    PartFacts parts = parts(train, 1, test);
    InstancePlan plan =
        plan(Examples.SMALL + "  preprocess: {instance-count: %d}\n".formatted(instances), parts);

    assertThat(plan.instances()).isBetween(1, Math.min(instances, parts.parts()));
    for (Problem problem : plan.problems()) {
      if (problem.message().contains("no later than")) {
        int enough =
            Integer.parseInt(problem.message().substring(0, problem.message().indexOf(' ')));
        assertThat(parts.busiestBytes(enough)).isEqualTo(parts.busiestBytes(plan.instances()));
      }
    }
  }

  private static String training(String type, int count) {
    return Examples.SMALL
        + """
          training:
            instance-type: %s
            instance-count: %d
        """
            .formatted(type, count);
  }

  private static PartFacts parts(int train, int validation, int test) {
    Map<String, SplitParts> splits = new LinkedHashMap<>();
    splits.put("train", new SplitParts(train, 1_000_000L * train));
    splits.put("validation", new SplitParts(validation, 1_000_000L * validation));
    splits.put("test", new SplitParts(test, 1_000_000L * test));
    return new PartFacts(splits);
  }

  private static InstancePlan plan(String yaml, @Nullable PartFacts parts) {
    PipelineSettings settings = Examples.settings(yaml);
    return new InstancePlanner(() -> 3).plan(settings.preprocess(), settings.training(), parts);
  }
}
