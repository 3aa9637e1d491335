package dev.shardline.pipeline.render;

import static org.assertj.core.api.Assertions.assertThat;

import dev.shardline.pipeline.CachePolicy;
import dev.shardline.pipeline.Examples;
import dev.shardline.pipeline.Expression;
import dev.shardline.pipeline.Golden;
import dev.shardline.pipeline.PipelineDefinition;
import dev.shardline.pipeline.ProcessingInput;
import dev.shardline.pipeline.Step;
import dev.shardline.pipeline.json.DefinitionWriter;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class PipelineGoldenTest {
  @Test
  void theSmallestSettingsGiveTheKnownDefinition() {
    Golden.assertMatches("pipeline/small.json", DefinitionWriter.pretty(Examples.small()));
  }

  @Test
  void everySettingAndAFitGiveTheKnownDefinition() {
    Golden.assertMatches("pipeline/full.json", DefinitionWriter.pretty(Examples.full()));
  }

  @Test
  void noCachedStepDependsOnAPlaceThatStaysTheSameWhenItsContentChanges() {
    for (Step.Processing step : cachedSteps(Examples.full())) {
      for (ProcessingInput input : step.job().inputs()) {
        boolean fixedByDigest =
            switch (input.uri()) {
              case Expression.Text(String uri) -> uri.contains("/configs/fedcba9876543210/");
              case Expression.JsonGet(String from, String _, String _) ->
                  from.equals(StepNames.BUILD);
              case Expression.StepProperty property -> property.step().equals(StepNames.FIT);
              default -> false;
            };
        assertThat(fixedByDigest).as("%s, input %s", step.name(), input.name()).isTrue();
      }
    }
  }

  @Test
  void noCachedStepIsToldWhatDiffersWithEveryExecution() {
    for (Step.Processing step : cachedSteps(Examples.full())) {
      Stream<Expression> told =
          Stream.of(
                  step.job().container().arguments().stream(),
                  step.job().container().environment().values().stream(),
                  step.job().inputs().stream().map(ProcessingInput::uri))
              .flatMap(all -> all);
      assertThat(told).noneMatch(Expression.ExecutionFact.class::isInstance);
    }
  }

  @Test
  void theStepThatLooksAtTheSourceIsNeverCached() {
    Step.Processing build = (Step.Processing) Examples.full().steps().getFirst();

    assertThat(build.name()).isEqualTo(StepNames.BUILD);
    assertThat(build.cache()).isEqualTo(CachePolicy.OFF);
  }

  private static List<Step.Processing> cachedSteps(PipelineDefinition definition) {
    List<Step.Processing> cached =
        definition.steps().stream()
            .filter(Step.Processing.class::isInstance)
            .map(Step.Processing.class::cast)
            .filter(step -> step.cache().enabled())
            .toList();
    assertThat(cached).extracting(Step::name).containsExactly(StepNames.FIT, StepNames.PREPROCESS);
    return cached;
  }
}
