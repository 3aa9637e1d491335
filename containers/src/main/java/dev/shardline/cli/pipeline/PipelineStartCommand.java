package dev.shardline.cli.pipeline;

import dev.shardline.cli.session.CommonOptions;
import dev.shardline.cli.session.Session;
import dev.shardline.digest.CanonicalJson;
import dev.shardline.failure.ExitCode;
import dev.shardline.failure.UsageException;
import dev.shardline.pipeline.sagemaker.AwsAccount;
import dev.shardline.pipeline.sagemaker.DeployedPipeline;
import dev.shardline.pipeline.sagemaker.PipelineLookup;
import dev.shardline.pipeline.sagemaker.PipelineStarter;
import java.io.IOException;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/// `shardline pipeline start`: starts an execution, once.
@Command(
    name = "start",
    header = "Start an execution. Starting the same again while it runs gives the same execution.",
    footerHeading = "%nExamples:%n",
    footer = {
      "  shardline pipeline start shardline.yaml",
      "  shardline pipeline start shardline.yaml --parameter DataUri=s3://bucket/new/ --label"
          + " nightly-2026-03-01"
    })
final class PipelineStartCommand implements Callable<Integer> {
  @Mixin private CommonOptions common = new CommonOptions();
  @Mixin private PipelineOptions options = new PipelineOptions();
  @Spec private CommandSpec spec = CommandSpec.create();

  @Option(
      names = "--parameter",
      paramLabel = "NAME=VALUE",
      description = "A parameter of the pipeline; may be given again.")
  private Map<String, String> parameters = new LinkedHashMap<>();

  @Option(
      names = "--label",
      paramLabel = "TEXT",
      description = "Names this start: the same label never starts twice.")
  private @Nullable String label;

  @Override
  public Integer call() throws IOException {
    try (Session session = Session.open(common, spec)) {
      PreparedPipeline pipeline = options.prepare(session);
      String name = pipeline.settings().identity().name();
      try (AwsAccount account = CloudSession.open(pipeline)) {
        DeployedPipeline deployed =
            new PipelineLookup(account)
                .find(name)
                .orElseThrow(() ->
                    new UsageException(
                        "There is no pipeline %s yet; run `shardline pipeline upsert` first"
                            .formatted(name)));
        checkParameters(deployed);
        String arn = new PipelineStarter(account).start(name, deployed, parameters, label);
        session.result(CanonicalJson.object().put("execution", arn), out -> out.println(arn));
      }
      return ExitCode.DONE.code();
    }
  }

  private void checkParameters(DeployedPipeline deployed) {
    var known = deployed.definition().path("Parameters").findValuesAsText("Name");
    for (String name : parameters.keySet()) {
      if (!known.contains(name)) {
        throw new UsageException(
            "The deployed pipeline has no parameter %s; it has %s"
                .formatted(name, String.join(", ", known)));
      }
    }
  }
}
