package dev.shardline.cli.pipeline;

import dev.shardline.cli.session.CommonOptions;
import dev.shardline.cli.session.Session;
import dev.shardline.failure.ExitCode;
import dev.shardline.pipeline.sagemaker.AwsAccount;
import dev.shardline.pipeline.sagemaker.CloudWatchJobLogs;
import dev.shardline.pipeline.sagemaker.ExecutionView;
import dev.shardline.pipeline.sagemaker.ExecutionView.Status;
import dev.shardline.pipeline.sagemaker.ExecutionWatcher;
import java.io.IOException;
import java.time.Instant;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/// `shardline pipeline watch`: how an execution stands.
@Command(
    name = "watch",
    header = "Show an execution's steps, machines and progress until it ends.",
    footerHeading = "%nExamples:%n",
    footer = {
      "  shardline pipeline watch shardline.yaml",
      "  shardline pipeline watch shardline.yaml --once --json"
    })
final class PipelineWatchCommand implements Callable<Integer> {
  @Mixin private CommonOptions common = new CommonOptions();
  @Mixin private PipelineOptions options = new PipelineOptions();
  @Spec private CommandSpec spec = CommandSpec.create();

  @Option(
      names = "--execution",
      paramLabel = "ARN",
      description = "Which one (default: the newest).")
  private @Nullable String execution;

  @Option(names = "--once", description = "Look once instead of until the end.")
  private boolean once;

  @Option(
      names = "--every",
      paramLabel = "SECONDS",
      description = "How often to look (default: ${DEFAULT-VALUE}).")
  private int seconds = 10;

  @Option(
      names = "--lines",
      paramLabel = "N",
      description =
          "How many of a machine's last log lines to show where it failed (default:"
              + " ${DEFAULT-VALUE}).")
  private int lines = 10;

  @Override
  public Integer call() throws IOException, InterruptedException {
    try (Session session = Session.open(common, spec)) {
      PreparedPipeline pipeline = options.prepare(session);
      try (AwsAccount account = CloudSession.open(pipeline);
          CloudWatchJobLogs logs = new CloudWatchJobLogs(account)) {
        String arn = execution == null ? PipelineStopCommand.newest(pipeline, account) : execution;
        ExecutionWatcher watcher = new ExecutionWatcher(account, logs, lines);
        return watch(session, watcher, arn);
      }
    }
  }

  private int watch(Session session, ExecutionWatcher watcher, String arn)
      throws IOException, InterruptedException {
    ExecutionView view = watcher.look(arn);
    while (!once && !view.status().isFinal()) {
      if (!session.isJson()) {
        WatchPage.print(view, Instant.now(), spec.commandLine().getOut());
      }
      Thread.sleep(1000L * Math.max(1, seconds));
      view = watcher.look(arn);
    }
    ExecutionView last = view;
    session.result(WatchPage.json(last), out -> WatchPage.print(last, Instant.now(), out));
    return (last.status() == Status.FAILED ? ExitCode.PERMANENT : ExitCode.DONE).code();
  }
}
