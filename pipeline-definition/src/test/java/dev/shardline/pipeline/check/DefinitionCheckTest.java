package dev.shardline.pipeline.check;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.shardline.pipeline.Examples;
import dev.shardline.pipeline.PipelineDefinition;
import dev.shardline.pipeline.Step;
import dev.shardline.pipeline.json.DefinitionReader;
import dev.shardline.pipeline.json.DefinitionWriter;
import dev.shardline.pipeline.render.PipelineRenderer;
import dev.shardline.pipeline.render.Workload;
import dev.shardline.pipeline.settings.Problem;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class DefinitionCheckTest {
  @Test
  void whatIsRenderedPasses() {
    assertThat(DefinitionCheck.check(Examples.small())).isEmpty();
    assertThat(DefinitionCheck.check(Examples.full())).isEmpty();
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "Parameters.Seed|Parameters.Sead|pipeline.build:"
            + " BuildManifests.AppSpecification.ContainerArguments[7] refers to the parameter Sead,"
            + " which does not exist",
        "Steps.Preprocess.Proc|Steps.Process.Proc|refers to the step Process, which does not exist",
        "Outputs['test']|Outputs['tests']|the step Preprocess has no property"
            + " ProcessingOutputConfig.Outputs['tests']",
        "PropertyFiles.verdict|PropertyFiles.audit|the step Verify has no property file audit",
        "\"OutputName\":\"result\",\"FilePath\":\"build.json\"|\"OutputName\":\"out\",\"FilePath\":\"build.json\"|property"
            + " file build names the output out",
        "\"DependsOn\":[\"Preprocess\"]|\"DependsOn\":[\"Later\"]|step Verify depends on Later,"
            + " which does not exist",
        "\"DependsOn\":[\"Preprocess\"]|\"DependsOn\":[\"Refuse\"]|nothing comes after a Fail step",
        "\"DependsOn\":[\"BuildManifests\"]|\"DependsOn\":[\"Verify\"]|step Preprocess waits for"
            + " itself",
        "\"Name\":\"Refuse\"|\"Name\":\"Verify\"|two steps are named Verify",
        "\"Name\":\"Refuse\"|\"Name\":\"Re fuse\"|expected a step name",
        "\"Name\":\"Seed\"|\"Name\":\"TrainRatio\"|two parameters are named TrainRatio",
        "/opt/ml/processing/output/test|/tmp/test|expected a path under /opt/ml/processing/",
        "/opt/ml/processing/output/test|/opt/ml/processing/output/train/x|lie in each other",
        "\"InputName\":\"test\"|\"InputName\":\"train\"|two inputs or two outputs named train",
        "\"MaxAttempts\":5|\"MaxAttempts\":50|expected 1 to 20, found 50",
        "{\"Get\":\"Parameters.ProcessingInstanceCount\"}|101|pipeline.preprocess.instance-count:"
            + " expected 1 to 100, found 101",
      })
  void aBrokenReferenceOrLimitIsNamed(String found, String replacement, String problem) {
    String text = DefinitionWriter.compact(Examples.small());
    assertThat(text).contains(found);
    PipelineDefinition broken = DefinitionReader.read(text.replace(found, replacement));

    assertThat(DefinitionCheck.check(broken))
        .filteredOn(Problem::isError)
        .extracting(Problem::toString)
        .anySatisfy(message -> assertThat(message).contains(problem));
  }

  @Test
  void aCachedStepThatIsToldItsExecutionIsWarnedOf() {
    ObjectNode json = DefinitionWriter.toJson(Examples.small());
    ObjectNode arguments = (ObjectNode) json.at("/Steps/1/Arguments");
    arguments.putObject("Environment").putObject("RUN").put("Get", "Execution.PipelineExecutionId");

    assertThat(DefinitionCheck.check(DefinitionReader.read(json)))
        .singleElement()
        .returns(false, Problem::isError)
        .asString()
        .contains("the cache never hits");
  }

  @Test
  void aChoiceInsideOfAChoiceIsRefused() {
    PipelineDefinition small = Examples.small();
    Step.Choice gate = (Step.Choice) small.steps().getLast();
    Step.Choice inner =
        new Step.Choice("Inner", List.of(), gate.conditions(), List.of(), List.of());
    Step.Choice outer =
        new Step.Choice(gate.name(), List.of(), gate.conditions(), List.of(inner), List.of());
    List<Step> steps = new ArrayList<>(small.steps());
    steps.set(steps.size() - 1, outer);

    assertThat(DefinitionCheck.check(new PipelineDefinition(small.parameters(), null, steps)))
        .extracting(Problem::toString)
        .contains(
            "pipeline.verify: step Inner chooses inside of a branch of AcceptOrRefuse, which the"
                + " service does not allow; join their conditions");
  }

  @Test
  void tooManySplitsForOneJobAreRefused() {
    List<String> folds = IntStream.range(0, 10).mapToObj(i -> "fold-" + i).toList();
    Workload workload = new Workload(Examples.CONFIGS, "s3://scans/", folds, Map.of(), false);
    PipelineDefinition definition =
        new PipelineRenderer(Examples.settings(Examples.SMALL), workload).render(1);

    assertThat(DefinitionCheck.check(definition))
        .extracting(Problem::toString)
        .contains(
            "pipeline.preprocess: expected at most 10 inputs of step Preprocess, found 11",
            "pipeline.preprocess: expected at most 10 outputs of step Preprocess, found 11");
  }

  @Test
  void anArgumentThatWouldBeTooLongIsFoundBeforeItsValueIsKnown() {
    Workload workload =
        new Workload(
            Examples.CONFIGS,
            "s3://scans/" + "deep/".repeat(50),
            List.of("train"),
            Map.of(),
            false);
    PipelineDefinition definition =
        new PipelineRenderer(Examples.settings(Examples.SMALL), workload).render(1);

    assertThat(DefinitionCheck.check(definition))
        .singleElement()
        .asString()
        .contains("step BuildManifests: argument 6 has 276 characters, the service takes 256");
  }
}
