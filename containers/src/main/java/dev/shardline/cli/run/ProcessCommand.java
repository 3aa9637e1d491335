package dev.shardline.cli.run;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.shardline.cli.session.CommonOptions;
import dev.shardline.cli.session.ConfigOptions;
import dev.shardline.cli.session.Locations;
import dev.shardline.cli.session.RunSettings;
import dev.shardline.cli.session.Session;
import dev.shardline.config.Config;
import dev.shardline.digest.CanonicalJson;
import dev.shardline.failure.ExitCode;
import dev.shardline.failure.RetryableException;
import dev.shardline.failure.ShardlineException;
import dev.shardline.storage.ObjectLocation;
import dev.shardline.telemetry.StageBreakdown;
import dev.shardline.worker.ExitMessage;
import dev.shardline.worker.Rank;
import dev.shardline.worker.SageMakerPaths;
import dev.shardline.worker.WorkerReport;
import dev.shardline.worker.WorkerReport.Outcome;
import java.io.IOException;
import java.nio.file.Path;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/// `shardline process`: one worker; what a container runs.
@Command(
    name = "process",
    header = "Be one worker: turn a share of a data set's parts into shards.",
    description = {
      "The rank comes from whatever engine started the process (SageMaker, AWS Batch, Kubernetes,"
          + " Slurm) or from --rank and --count.",
      "Under SageMaker the share is what the engine handed out; elsewhere parts are shared by"
          + " bytes."
    },
    footerHeading = "%nExamples:%n",
    footer = {
      "  shardline process shardline.yaml --manifests work/datasets/brain/3f2a… --output out/"
          + " --rank 0 --count 4",
      "  shardline process shardline.yaml --manifests s3://b/work/datasets/brain/3f2a…/ --output"
          + " /opt/ml/processing/output"
    })
public final class ProcessCommand implements Callable<Integer> {
  /// How the share reaches the worker.
  public enum Mode {
    /// Part manifests are shared; objects are read from where the catalog says.
    PARTS,
    /// The engine downloaded objects; what it did not is read from where the catalog says.
    OBJECTS
  }

  @Mixin private CommonOptions common = new CommonOptions();
  @Mixin private ConfigOptions config = new ConfigOptions();
  @Mixin private DatasetOption manifests = new DatasetOption();
  @Mixin private WorkerOptions options = new WorkerOptions();
  @Mixin private TelemetryOptions telemetry = new TelemetryOptions();
  @Spec private CommandSpec spec = CommandSpec.create();

  @Option(
      names = "--output",
      required = true,
      paramLabel = "URI",
      converter = Locations.class,
      description = "The run's folder: shards and ledgers go here.")
  private ObjectLocation output = ObjectLocation.parse("file:///");

  @Option(
      names = "--mode",
      paramLabel = "parts|objects",
      description = "How the share reaches the worker (default: parts).")
  private Mode mode = Mode.PARTS;

  @Option(
      names = "--scratch",
      paramLabel = "DIR",
      description =
          "Where unfinished parts are kept, to go on from after a crash (default: the machine's"
              + " folder for temporary files).")
  private @Nullable Path scratch;

  @Option(
      names = "--fitted",
      paramLabel = "URI",
      converter = Locations.class,
      description =
          "What the recipe's steps learnt, as `fit` printed it (default: fitted.json of --output).")
  private @Nullable ObjectLocation fitted;

  @Override
  public Integer call() throws IOException, InterruptedException {
    SageMakerPaths paths = SageMakerPaths.of(System.getenv());
    Rank mine = options.rank(spec);
    try (Session session = Session.open(common, spec)) {
      Config read = config.load();
      WorkerRun worker =
          new WorkerRun(session, RunSettings.read(read), manifests.folder(), output, paths)
              .withMode(mode)
              .withScratch(scratch)
              .withFitted(fitted)
              .withTelemetry(telemetry)
              .withLimits(options.limits());
      WorkerReport report = worker.run(mine, options.untilParentEnds());
      session.result(
          json(mine, report),
          out -> {
            out.println(summary(mine, report));
            StageBreakdown.of(report.metrics(), report.elapsed(), options.limits().cores())
                .forEach(out::println);
          });
      ExitMessage.write(paths, mine, summary(mine, report));
      return (report.outcome() == Outcome.DONE ? ExitCode.DONE : ExitCode.RETRYABLE).code();
    } catch (ShardlineException failure) {
      ExitMessage.write(paths, mine, "worker %s: %s".formatted(mine, failure.getMessage()));
      throw failure;
    } catch (IOException failure) {
      throw new RetryableException(String.valueOf(failure.getMessage()), failure);
    }
  }

  private static String summary(Rank rank, WorkerReport report) {
    return "worker %s: %s: %d parts committed, %d taken over unchanged, %d found done; samples: %d written, %d dropped, %d quarantined"
        .formatted(
            rank,
            report.outcome() == Outcome.DONE ? "done" : "stopped",
            report.committed().size(),
            report.reused().size(),
            report.foundDone().size(),
            report.counts().written(),
            report.counts().dropped(),
            report.counts().quarantined());
  }

  private static ObjectNode json(Rank rank, WorkerReport report) {
    return CanonicalJson.object()
        .put("rank", rank.index())
        .put("count", rank.count())
        .put("done", report.outcome() == Outcome.DONE)
        .put("parts-committed", report.committed().size())
        .put("parts-reused", report.reused().size())
        .put("parts-found-done", report.foundDone().size())
        .put("written", report.counts().written())
        .put("dropped", report.counts().dropped())
        .put("quarantined", report.counts().quarantined())
        .put("seconds", report.elapsed().toMillis() / 1000.0);
  }
}
