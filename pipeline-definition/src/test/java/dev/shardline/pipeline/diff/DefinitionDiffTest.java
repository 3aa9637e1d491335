package dev.shardline.pipeline.diff;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.shardline.digest.CanonicalJson;
import dev.shardline.pipeline.Examples;
import dev.shardline.pipeline.PipelineDefinition;
import dev.shardline.pipeline.json.DefinitionWriter;
import dev.shardline.pipeline.render.PipelineRenderer;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.junit.jupiter.api.Test;

class DefinitionDiffTest {
  @Test
  void equalDefinitionsDoNotDifferWhateverTheOrderOfKeys() throws IOException {
    JsonNode before = parse("{\"a\":{\"x\":1,\"y\":2.0},\"b\":[1]}");
    JsonNode after = parse("{\"b\":[1.0],\"a\":{\"y\":2,\"x\":1}}");

    assertThat(DefinitionDiff.between(before, after)).isEmpty();
  }

  @Test
  void anAddedStepIsOneDifference() throws IOException {
    JsonNode before = parse("{\"Steps\":[{\"Name\":\"A\"},{\"Name\":\"C\"}]}");
    JsonNode after = parse("{\"Steps\":[{\"Name\":\"A\"},{\"Name\":\"B\"},{\"Name\":\"C\"}]}");

    assertThat(show(before, after)).containsExactly("+ Steps['B']: {\"Name\":\"B\"}");
    assertThat(show(after, before)).containsExactly("- Steps['B']: {\"Name\":\"B\"}");
  }

  @Test
  void aNewOrderOfStepsIsTold() throws IOException {
    JsonNode before = parse("{\"Steps\":[{\"Name\":\"A\"},{\"Name\":\"B\"}]}");
    JsonNode after = parse("{\"Steps\":[{\"Name\":\"B\"},{\"Name\":\"A\"}]}");

    assertThat(show(before, after)).containsExactly("~ order of steps: \"A, B\" → \"B, A\"");
  }

  @Test
  void anEditedSettingIsTheOnlyDifference() {
    JsonNode before = json(Examples.SMALL);
    JsonNode after = json(Examples.SMALL + "  cache: {expire-after: P7D}\n");

    assertThat(show(before, after))
        .containsExactly("~ Steps['Preprocess'].CacheConfig.ExpireAfter: \"P30D\" → \"P7D\"");
  }

  @Test
  void whatTheServiceDoesNotCompareKeepsTheCache() {
    String edited = Examples.SMALL + "  retry: {attempts: 9}\n  build: {max-runtime: 1h}\n";

    assertThat(CacheForecast.of(json(Examples.SMALL), json(edited)))
        .containsExactly(new CacheForecast.Forecast.Hit("Preprocess", List.of("BuildManifests")));
  }

  @Test
  void anotherNumberOfMachinesKeepsTheCacheAndAnotherImageDoesNot() {
    JsonNode before = json(Examples.SMALL);
    JsonNode more =
        json(Examples.SMALL.replace("work:", "preprocess: {instance-type: ml.c5.xlarge}\n  work:"));
    JsonNode image = json(Examples.SMALL.replace("sha256:abab", "sha256:cdcd"));

    assertThat(CacheForecast.of(before, more))
        .hasOnlyElementsOfType(CacheForecast.Forecast.Hit.class);
    assertThat(CacheForecast.of(before, image))
        .containsExactly(
            new CacheForecast.Forecast.Miss(
                "Preprocess", "the default of parameter ImageUri changes"));
  }

  @Test
  void aMissSpreadsToWhatUsesTheResult() {
    ObjectNode before = DefinitionWriter.toJson(Examples.full());
    ObjectNode after = before.deepCopy();
    ((ObjectNode) after.at("/Steps/1/Arguments/Environment")).put("JAVA_TOOL_OPTIONS", "-Xmx1g");

    assertThat(CacheForecast.of(before, after))
        .containsExactly(
            new CacheForecast.Forecast.Miss("Fit", "Environment.JAVA_TOOL_OPTIONS changes"),
            new CacheForecast.Forecast.Miss("Preprocess", "the step Fit runs again"));
  }

  private static List<String> show(JsonNode before, JsonNode after) {
    return DefinitionDiff.between(before, after).stream().map(Change::show).toList();
  }

  private static JsonNode json(String yaml) {
    PipelineDefinition definition =
        new PipelineRenderer(Examples.settings(yaml), Examples.workload(false)).render(4);
    return DefinitionWriter.toJson(definition);
  }

  private static JsonNode parse(String text) throws IOException {
    return CanonicalJson.parse(text.getBytes(StandardCharsets.UTF_8));
  }
}
