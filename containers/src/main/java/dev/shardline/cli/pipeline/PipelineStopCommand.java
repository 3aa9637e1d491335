package dev.shardline.cli.pipeline;

import dev.shardline.cli.session.CommonOptions;
import dev.shardline.cli.session.Session;
import dev.shardline.digest.CanonicalJson;
import dev.shardline.failure.ExitCode;
import dev.shardline.failure.UsageException;
import dev.shardline.pipeline.sagemaker.AwsAccount;
import dev.shardline.pipeline.sagemaker.CloudWatchJobLogs;
import dev.shardline.pipeline.sagemaker.ExecutionStopper;
import dev.shardline.pipeline.sagemaker.ExecutionWatcher;
import java.io.IOException;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/// `shardline pipeline stop`: stops an execution.
@Command(
    name = "stop",
    header = "Stop an execution; its containers get two minutes to end cleanly.",
    footerHeading = "%nExample:%n",
    footer = "  shardline pipeline stop shardline.yaml")
final class PipelineStopCommand implements Callable<Integer> {
  @Mixin private CommonOptions common = new CommonOptions();
  @Mixin private PipelineOptions options = new PipelineOptions();
  @Spec private CommandSpec spec = CommandSpec.create();

  @Option(
      names = "--execution",
      paramLabel = "ARN",
      description = "Which one (default: the newest).")
  private @Nullable String execution;

  @Override
  public Integer call() throws IOException {
    try (Session session = Session.open(common, spec)) {
      PreparedPipeline pipeline = options.prepare(session);
      try (AwsAccount account = CloudSession.open(pipeline)) {
        String arn = execution == null ? newest(pipeline, account) : execution;
        new ExecutionStopper(account).stop(arn);
        session.result(
            CanonicalJson.object().put("execution", arn).put("status", "stopping"),
            out -> out.println("stopping " + arn));
      }
      return ExitCode.DONE.code();
    }
  }

  /// @throws UsageException if there has been no execution
  static String newest(PreparedPipeline pipeline, AwsAccount account) {
    String name = pipeline.settings().identity().name();
    try (CloudWatchJobLogs logs = new CloudWatchJobLogs(account)) {
      return new ExecutionWatcher(account, logs, 0)
          .newest(name)
          .orElseThrow(() ->
              new UsageException(
                  "The pipeline %s has had no execution; run `shardline pipeline start`"
                      .formatted(name)));
    }
  }
}
