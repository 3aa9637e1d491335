package dev.shardline.cli.run;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.shardline.cli.session.CommonOptions;
import dev.shardline.cli.session.ConfigOptions;
import dev.shardline.cli.session.Locations;
import dev.shardline.cli.session.RunSettings;
import dev.shardline.cli.session.Session;
import dev.shardline.commit.CommitObserver;
import dev.shardline.digest.CanonicalJson;
import dev.shardline.failure.ExitCode;
import dev.shardline.failure.ShardlineException;
import dev.shardline.failure.UsageException;
import dev.shardline.fit.FitPlan;
import dev.shardline.fit.FitReport;
import dev.shardline.fit.FitWorker;
import dev.shardline.flow.FailurePolicy;
import dev.shardline.flow.SampleSource;
import dev.shardline.flow.WorkerControl;
import dev.shardline.lineage.FittedSteps.FittedStep;
import dev.shardline.manifest.BuiltDataset;
import dev.shardline.storage.ObjectLocation;
import dev.shardline.telemetry.WorkerMetrics;
import dev.shardline.worker.ExitMessage;
import dev.shardline.worker.Rank;
import dev.shardline.worker.SageMakerPaths;
import dev.shardline.worker.WorkerContext;
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

/// `shardline fit`: lets the recipe's fitted steps learn from the train split.
@Command(
    name = "fit",
    header = "Let the recipe's steps that learn do so, from the train split and nothing else.",
    description = {
      "Several workers with the same --output share the work and come to the same file; each"
          + " part's result is kept, so that a fit goes on where it was stopped. `run` does all"
          + " this by itself."
    },
    footerHeading = "%nExamples:%n",
    footer = {
      "  shardline fit shardline.yaml --manifests work/datasets/brain/3f2a… --output work/fits/",
      "  shardline process shardline.yaml --manifests work/datasets/brain/3f2a… --output out/"
          + " --fitted work/fits/fitted-09ab….json"
    })
public final class FitCommand implements Callable<Integer> {
  @Mixin private CommonOptions common = new CommonOptions();
  @Mixin private ConfigOptions config = new ConfigOptions();
  @Mixin private DatasetOption manifests = new DatasetOption();
  @Mixin private WorkerOptions worker = new WorkerOptions();
  @Spec private CommandSpec spec = CommandSpec.create();

  @Option(
      names = "--output",
      required = true,
      paramLabel = "URI",
      converter = Locations.class,
      description = "Where partial results and the result go; shared by all workers.")
  private ObjectLocation output = ObjectLocation.parse("file:///");

  @Option(
      names = "--copy",
      paramLabel = "FILE",
      description = "Also write what was learnt here; the same bytes from every worker.")
  private @Nullable Path copy;

  @Override
  public Integer call() throws IOException, InterruptedException {
    Rank rank = worker.rank(spec);
    SageMakerPaths paths = SageMakerPaths.of(System.getenv());
    try (Session session = Session.open(common, spec)) {
      FitReport report = fit(session, rank);
      if (copy != null && report.result().isPresent()) {
        write(report.result().get(), copy);
      }
      session.result(json(report), out -> print(report, out));
      return (report.result().isPresent() ? ExitCode.DONE : ExitCode.RETRYABLE).code();
    } catch (ShardlineException failure) {
      ExitMessage.write(paths, rank, "fit %s: %s".formatted(rank, failure.getMessage()));
      throw failure;
    }
  }

  private FitReport fit(Session session, Rank rank) throws IOException, InterruptedException {
    RunSettings settings = RunSettings.read(config.load());
    if (settings.recipe().unfitted().isEmpty()) {
      throw new UsageException("The recipe has no step that learns: there is nothing to fit");
    }
    BuiltDataset dataset = manifests.open(session.stores());
    FitPlan plan =
        new FitPlan(
            dataset,
            settings.recipe(),
            output.asDirectory(),
            RunSettings.OUTPUT_VERSION,
            rank,
            worker.limits(),
            new FailurePolicy(settings.output().demands().toleratedFailureRatio()));
    WorkerControl control = new WorkerControl();
    try (StopSignals signals = StopSignals.watch(control, worker.untilParentEnds())) {
      return FitWorker.run(
          plan,
          new WorkerContext(
              session.stores(),
              SampleSource.of(session.stores()),
              new WorkerMetrics(),
              control,
              CommitObserver.NONE));
    }
  }

  private static void write(FitReport.Result result, Path file) throws IOException {
    Path folder = file.toAbsolutePath().getParent();
    Files.createDirectories(folder == null ? Path.of("/") : folder);
    Files.write(file, result.steps().toBytes());
  }

  private static void print(FitReport report, PrintWriter out) {
    if (report.result().isEmpty()) {
      out.println("stopped; run the same command again to go on");
      return;
    }
    FitReport.Result result = report.result().get();
    for (FittedStep step : result.steps().steps()) {
      out.printf(
          "%s learnt from %,d train samples, %,d more unusable%n",
          step.place(), step.samples() - step.unusable(), step.unusable());
    }
    out.printf("fitted: %s%n", Locations.shown(result.file()));
  }

  private static ObjectNode json(FitReport report) {
    ObjectNode node =
        CanonicalJson.object()
            .put("done", report.result().isPresent())
            .put("parts-done", report.partsDone());
    report
        .result()
        .ifPresent(result -> {
          node.put("fitted", result.file().toString());
          ArrayNode steps = node.putArray("steps");
          result
              .steps()
              .steps()
              .forEach(step ->
                  steps.add(
                      CanonicalJson.object()
                          .put("place", step.place())
                          .put("samples", step.samples())
                          .put("unusable", step.unusable())));
        });
    return node;
  }
}
