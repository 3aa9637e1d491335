package dev.shardline.cli.pipeline;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.shardline.cli.session.CommonOptions;
import dev.shardline.cli.session.Session;
import dev.shardline.digest.CanonicalJson;
import dev.shardline.failure.ExitCode;
import dev.shardline.pipeline.diff.CacheForecast;
import dev.shardline.pipeline.diff.CacheForecast.Forecast;
import dev.shardline.pipeline.diff.Change;
import dev.shardline.pipeline.diff.DefinitionDiff;
import dev.shardline.pipeline.json.DefinitionWriter;
import dev.shardline.pipeline.sagemaker.AwsAccount;
import dev.shardline.pipeline.sagemaker.DeployedPipeline;
import dev.shardline.pipeline.sagemaker.PipelineLookup;
import java.io.IOException;
import java.io.PrintWriter;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Spec;

/// `shardline pipeline diff`: what an update would change.
@Command(
    name = "diff",
    header = "Show what an upsert would change, and what the step cache will make of it.",
    footerHeading = "%nExample:%n",
    footer = "  shardline pipeline diff shardline.yaml")
final class PipelineDiffCommand implements Callable<Integer> {
  @Mixin private CommonOptions common = new CommonOptions();
  @Mixin private PipelineOptions options = new PipelineOptions();
  @Spec private CommandSpec spec = CommandSpec.create();

  /// What the deployed and the rendered pipeline differ in.
  private record Comparison(
      Optional<DeployedPipeline> deployed, List<Change> changes, List<Forecast> forecasts) {}

  @Override
  public Integer call() throws IOException {
    try (Session session = Session.open(common, spec)) {
      PreparedPipeline pipeline = options.prepare(session);
      PipelineOptions.warn(session, pipeline, spec.commandLine().getErr());
      try (AwsAccount account = CloudSession.open(pipeline)) {
        Optional<DeployedPipeline> deployed =
            new PipelineLookup(account).find(pipeline.settings().identity().name());
        Comparison comparison = compare(pipeline, deployed);
        new SeenDefinition(pipeline).remember(deployed);
        session.result(json(comparison), out -> print(comparison, out));
      }
      return ExitCode.DONE.code();
    }
  }

  private static Comparison compare(
      PreparedPipeline pipeline, Optional<DeployedPipeline> deployed) {
    JsonNode rendered = DefinitionWriter.toJson(pipeline.definition());
    JsonNode before = deployed.map(DeployedPipeline::definition).orElse(CanonicalJson.object());
    return new Comparison(
        deployed, DefinitionDiff.between(before, rendered), CacheForecast.of(before, rendered));
  }

  private static void print(Comparison comparison, PrintWriter out) {
    comparison
        .deployed()
        .filter(DeployedPipeline::editedElsewhere)
        .ifPresent(pipeline ->
            out.printf(
                "The deployed definition is not one that Shardline deployed: changed by %s at"
                    + " %s.%n",
                pipeline.modifiedBy().isEmpty() ? "someone" : pipeline.modifiedBy(),
                pipeline.modified()));
    if (comparison.deployed().isEmpty()) {
      out.println("The pipeline is not deployed yet; upsert will create it.");
    } else if (comparison.changes().isEmpty()) {
      out.println("Nothing differs.");
    } else {
      comparison.changes().forEach(change -> out.println(change.show()));
    }
    for (Forecast forecast : comparison.forecasts()) {
      out.println("cache: " + show(forecast));
    }
  }

  private static String show(Forecast forecast) {
    return switch (forecast) {
      case Forecast.Miss(String step, String why) -> step + " runs again: " + why;
      case Forecast.Hit(String step, List<String> provided) ->
          provided.isEmpty()
              ? step + " is taken over"
              : "%s is taken over if %s gives the same data set"
                  .formatted(step, String.join(" and ", provided));
    };
  }

  private static ObjectNode json(Comparison comparison) {
    ObjectNode json =
        CanonicalJson.object()
            .put("deployed", comparison.deployed().isPresent())
            .put(
                "edited-elsewhere",
                comparison.deployed().map(DeployedPipeline::editedElsewhere).orElse(false));
    var changes = json.putArray("changes");
    comparison.changes().forEach(change -> changes.add(change.show()));
    var forecasts = json.putArray("cache");
    for (Forecast forecast : comparison.forecasts()) {
      forecasts
          .addObject()
          .put("step", forecast.step())
          .put("hit", forecast instanceof Forecast.Hit)
          .put("forecast", show(forecast));
    }
    return json;
  }
}
