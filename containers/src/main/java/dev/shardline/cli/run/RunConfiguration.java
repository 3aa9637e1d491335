package dev.shardline.cli.run;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.shardline.digest.CanonicalJson;
import dev.shardline.lineage.RunDescription;
import dev.shardline.shard.OutputDemands;
import java.nio.charset.StandardCharsets;

/// A run's recipe and output section as a configuration file, so that a worker can be started on a
/// run whose own configuration was changed or lost. JSON, which is YAML.
final class RunConfiguration {
  private RunConfiguration() {}

  static String text(RunDescription run, OutputDemands demands) {
    ObjectNode recipe = CanonicalJson.object();
    recipe.set("seed", run.recipe().required("seed"));
    ArrayNode steps = recipe.putArray("steps");
    write(run.recipe().required("steps"), steps);
    JsonNode outputs = run.recipe().path("outputs");
    if (outputs.isObject()) {
      ObjectNode tee = steps.addObject().putObject("tee");
      outputs
          .properties()
          .forEach(branch -> write(branch.getValue(), tee.putArray(branch.getKey())));
    }
    ObjectNode output = run.output().deepCopy();
    output
        .put("tolerated-failure-ratio", demands.toleratedFailureRatio())
        .put("minimum-per-class", demands.minimumPerClass());
    ObjectNode configuration = CanonicalJson.object();
    configuration.set("recipe", recipe);
    configuration.set("output", output);
    return new String(CanonicalJson.file(configuration), StandardCharsets.UTF_8);
  }

  private static void write(JsonNode canonical, ArrayNode steps) {
    canonical.forEach(
        step -> steps.addObject().set(step.required("step").asText(), step.required("arguments")));
  }
}
