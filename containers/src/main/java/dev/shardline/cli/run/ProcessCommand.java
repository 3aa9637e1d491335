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
import dev.shardline.worker.ExitMessage;
import dev.shardline.worker.Rank;
import dev.shardline.worker.RankSource;
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
import picocli.CommandLine.ParameterException;
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
  @Spec private CommandSpec spec = CommandSpec.create();

  @Option(
      names = "--manifests",
      required = true,
      paramLabel = "URI",
      converter = Locations.class,
      description = "The data set's folder, as `build` printed it.")
  private ObjectLocation manifests = ObjectLocation.parse("file:///");

  @Option(
      names = "--output",
      required = true,
      paramLabel = "URI",
      converter = Locations.class,
      description = "The run's folder: shards and ledgers go here.")
  private ObjectLocation output = ObjectLocation.parse("file:///");

  @Option(names = "--rank", paramLabel = "R", description = "Which worker this is, from 0.")
  private @Nullable Integer rank;

  @Option(names = "--count", paramLabel = "N", description = "How many workers there are.")
  private @Nullable Integer count;

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
      names = "--cores",
      paramLabel = "N",
      description = "How many cores to use (default: all).")
  private @Nullable Integer cores;

  @Option(
      names = "--memory-bytes",
      paramLabel = "N",
      description =
          "What all samples on their way may need together (default: three fifths of the heap).")
  private @Nullable Long memoryBytes;

  @Option(
      names = "--until-parent-ends",
      hidden = true,
      description = "Stop when standard input ends: nobody waits for the result any more.")
  private boolean untilParentEnds;

  @Override
  public Integer call() throws IOException, InterruptedException {
    SageMakerPaths paths = SageMakerPaths.of(System.getenv());
    Rank mine = rank();
    try (Session session = Session.open(common, spec)) {
      Config read = config.load();
      WorkerRun worker =
          new WorkerRun(session, RunSettings.read(read), manifests, output, paths)
              .withMode(mode)
              .withScratch(scratch)
              .withLimits(cores, memoryBytes);
      WorkerReport report = worker.run(mine, untilParentEnds);
      session.result(json(mine, report), out -> out.println(summary(mine, report)));
      ExitMessage.write(paths, mine, summary(mine, report));
      return (report.outcome() == Outcome.DONE ? ExitCode.DONE : ExitCode.RETRYABLE).code();
    } catch (ShardlineException failure) {
      ExitMessage.write(paths, mine, "worker %s: %s".formatted(mine, failure.getMessage()));
      throw failure;
    } catch (IOException failure) {
      throw new RetryableException(String.valueOf(failure.getMessage()), failure);
    }
  }

  private Rank rank() {
    if (rank == null && count == null) {
      return new RankSource(System.getenv()).find().orElse(Rank.ONLY);
    }
    try {
      return new Rank(rank == null ? 0 : rank, count == null ? 1 : count);
    } catch (IllegalArgumentException e) {
      throw new ParameterException(spec.commandLine(), String.valueOf(e.getMessage()), e);
    }
  }

  private static String summary(Rank rank, WorkerReport report) {
    return "worker %s: %s: %d parts committed, %d found done; samples: %d written, %d dropped, %d quarantined"
        .formatted(
            rank,
            report.outcome() == Outcome.DONE ? "done" : "stopped",
            report.committed().size(),
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
        .put("parts-found-done", report.foundDone().size())
        .put("written", report.counts().written())
        .put("dropped", report.counts().dropped())
        .put("quarantined", report.counts().quarantined())
        .put("seconds", report.elapsed().toMillis() / 1000.0);
  }
}
