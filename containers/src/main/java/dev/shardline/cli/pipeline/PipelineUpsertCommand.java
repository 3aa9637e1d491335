package dev.shardline.cli.pipeline;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.shardline.cli.session.CommonOptions;
import dev.shardline.cli.session.Session;
import dev.shardline.digest.CanonicalJson;
import dev.shardline.failure.ExitCode;
import dev.shardline.failure.UsageException;
import dev.shardline.pipeline.sagemaker.AwsAccount;
import dev.shardline.pipeline.sagemaker.DeployedPipeline;
import dev.shardline.pipeline.sagemaker.Deployment;
import dev.shardline.pipeline.sagemaker.PipelineLookup;
import dev.shardline.pipeline.sagemaker.PipelineUpserter;
import dev.shardline.pipeline.sagemaker.UpsertOutcome;
import java.io.IOException;
import java.util.Optional;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/// `shardline pipeline upsert`: creates the pipeline or updates it.
@Command(
    name = "upsert",
    header = "Create the pipeline, or update it if it is there.",
    description =
        "Everything is checked first: the configuration, then buckets and role. The configuration"
            + " is written to S3 under a name made of its content, then the pipeline is created or"
            + " updated in one request.",
    footerHeading = "%nExample:%n",
    footer = "  shardline pipeline upsert shardline.yaml")
final class PipelineUpsertCommand implements Callable<Integer> {
  @Mixin private CommonOptions common = new CommonOptions();
  @Mixin private PipelineOptions options = new PipelineOptions();
  @Spec private CommandSpec spec = CommandSpec.create();

  @Option(names = "--replace", description = "Also replace a definition that someone else changed.")
  private boolean replace;

  @Override
  public Integer call() throws IOException {
    try (Session session = Session.open(common, spec)) {
      PreparedPipeline pipeline = options.prepare(session);
      PipelineOptions.warn(session, pipeline, spec.commandLine().getErr());
      try (AwsAccount account = CloudSession.open(pipeline)) {
        CloudSession.check(pipeline, account, spec.commandLine().getErr());
        UpsertOutcome outcome = upsert(session, pipeline, account);
        session.result(json(outcome), out -> out.println(show(outcome)));
      }
      return ExitCode.DONE.code();
    }
  }

  private UpsertOutcome upsert(Session session, PreparedPipeline pipeline, AwsAccount account)
      throws IOException {
    PipelineLookup lookup = new PipelineLookup(account);
    String name = pipeline.settings().identity().name();
    Optional<DeployedPipeline> deployed = lookup.find(name);
    SeenDefinition seen = new SeenDefinition(pipeline);
    if (!replace) {
      refuseForeignChange(name, deployed, seen);
    }
    pipeline.bundles().publish(session.stores(), pipeline.work());
    UpsertOutcome outcome =
        new PipelineUpserter(account, session.stores())
            .upsert(new Deployment(pipeline.settings(), pipeline.definition()), deployed);
    seen.remember(lookup.find(name));
    return outcome;
  }

  private static void refuseForeignChange(
      String name, Optional<DeployedPipeline> deployed, SeenDefinition seen) throws IOException {
    boolean edited = deployed.map(DeployedPipeline::editedElsewhere).orElse(false);
    if (edited || seen.isOutdated(deployed)) {
      throw new UsageException(
          "The pipeline %s was changed by someone else%s; nothing was changed. Look with `shardline pipeline diff`, then upsert again, with --replace if their change may go"
              .formatted(
                  name,
                  deployed
                      .map(pipeline -> " at " + pipeline.modified())
                      .orElse(": it was deleted")));
    }
  }

  private static String show(UpsertOutcome outcome) {
    return switch (outcome) {
      case UpsertOutcome.Created(String arn) -> "created " + arn;
      case UpsertOutcome.Updated(String arn) -> "updated " + arn;
    };
  }

  private static ObjectNode json(UpsertOutcome outcome) {
    return CanonicalJson.object()
        .put("pipeline", outcome.arn())
        .put("outcome", outcome instanceof UpsertOutcome.Created ? "created" : "updated");
  }
}
