package dev.shardline.cli.pipeline;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.shardline.cli.session.CommonOptions;
import dev.shardline.cli.session.Session;
import dev.shardline.digest.CanonicalJson;
import dev.shardline.failure.ExitCode;
import dev.shardline.pipeline.json.DefinitionWriter;
import dev.shardline.pipeline.plan.InstancePlan;
import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/// `shardline pipeline render`: the definition, without asking AWS anything.
@Command(
    name = "render",
    header = "Check the configuration, plan the machines, and print the pipeline's definition.",
    footerHeading = "%nExamples:%n",
    footer = {
      "  shardline pipeline render shardline.yaml",
      "  shardline pipeline render shardline.yaml --output pipeline.json --dataset"
          + " s3://bucket/work/datasets/mri/3f2a…"
    })
final class PipelineRenderCommand implements Callable<Integer> {
  @Mixin private CommonOptions common = new CommonOptions();
  @Mixin private PipelineOptions options = new PipelineOptions();
  @Spec private CommandSpec spec = CommandSpec.create();

  @Option(
      names = "--output",
      paramLabel = "FILE",
      description = "Write the definition here and print the plan instead.")
  private @Nullable Path output;

  @Override
  public Integer call() throws IOException {
    try (Session session = Session.open(common, spec)) {
      PreparedPipeline pipeline = options.prepare(session);
      PipelineOptions.warn(session, pipeline, spec.commandLine().getErr());
      String definition = DefinitionWriter.pretty(pipeline.definition());
      if (output == null) {
        session.result(
            DefinitionWriter.toJson(pipeline.definition()), out -> out.print(definition));
      } else {
        Files.writeString(output, definition);
        session.result(json(pipeline), out -> print(pipeline, out));
      }
      return ExitCode.DONE.code();
    }
  }

  private void print(PreparedPipeline pipeline, PrintWriter out) {
    out.printf("definition %s%n", output);
    printPlan(pipeline.plan(), out);
  }

  /// Why there are as many machines as there are.
  static void printPlan(InstancePlan plan, PrintWriter out) {
    out.printf("machines   %d%n", plan.instances());
    plan.reasons().forEach(reason -> out.printf("           %s%n", reason));
  }

  private ObjectNode json(PreparedPipeline pipeline) {
    ObjectNode json = CanonicalJson.object().put("definition", String.valueOf(output));
    json.put("instances", pipeline.plan().instances());
    pipeline.plan().reasons().forEach(json.putArray("reasons")::add);
    var warnings = json.putArray("warnings");
    pipeline.warnings().forEach(warning -> warnings.add(warning.show(pipeline.root())));
    return json;
  }
}
