package dev.shardline.cli.run;

import dev.shardline.cli.session.RunSettings;
import dev.shardline.cli.session.Session;
import dev.shardline.cli.session.Version;
import dev.shardline.commit.CommitObserver;
import dev.shardline.commit.ShardNames;
import dev.shardline.dataset.PartId;
import dev.shardline.flow.FailurePolicy;
import dev.shardline.flow.LocalCopies;
import dev.shardline.flow.SampleSource;
import dev.shardline.flow.WorkerControl;
import dev.shardline.flow.WorkerLimits;
import dev.shardline.lineage.RunDescription;
import dev.shardline.manifest.BuiltDataset;
import dev.shardline.run.RunFolder;
import dev.shardline.storage.ObjectLocation;
import dev.shardline.telemetry.WorkerMetrics;
import dev.shardline.worker.Assignment;
import dev.shardline.worker.EarlierRuns;
import dev.shardline.worker.PartHandout;
import dev.shardline.worker.Rank;
import dev.shardline.worker.SageMakerPaths;
import dev.shardline.worker.Worker;
import dev.shardline.worker.WorkerContext;
import dev.shardline.worker.WorkerPlan;
import dev.shardline.worker.WorkerReport;
import dev.shardline.worker.WorkerSettings;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// Puts one worker together from the command line's words and runs it.
final class WorkerRun {
  private final Session session;
  private final RunSettings settings;
  private final ObjectLocation manifests;
  private final ObjectLocation output;
  private final SageMakerPaths paths;
  private ProcessCommand.Mode mode = ProcessCommand.Mode.PARTS;
  private @Nullable Path scratch;
  private @Nullable ObjectLocation fitted;
  private TelemetryOptions options = new TelemetryOptions();
  private WorkerLimits limits = WorkerLimits.ofThisMachine();

  WorkerRun(
      Session session,
      RunSettings settings,
      ObjectLocation manifests,
      ObjectLocation output,
      SageMakerPaths paths) {
    this.session = session;
    this.settings = settings;
    this.manifests = manifests.asDirectory();
    this.output = output.asDirectory();
    this.paths = paths;
  }

  WorkerRun withMode(ProcessCommand.Mode newMode) {
    mode = newMode;
    return this;
  }

  WorkerRun withScratch(@Nullable Path folder) {
    scratch = folder;
    return this;
  }

  WorkerRun withLimits(WorkerLimits newLimits) {
    limits = newLimits;
    return this;
  }

  WorkerRun withTelemetry(TelemetryOptions newOptions) {
    options = newOptions;
    return this;
  }

  WorkerRun withFitted(@Nullable ObjectLocation file) {
    fitted = file;
    return this;
  }

  WorkerReport run(Rank rank, boolean untilParentEnds) throws IOException, InterruptedException {
    BuiltDataset dataset = DatasetFolder.open(session.stores(), manifests);
    ReadySettings ready = ReadySettings.of(session.stores(), settings, dataset, output, fitted);
    RunDescription description = ready.settings().over(dataset);
    RunFolder.begin(session.stores(), output, description);
    ready.keep(session.stores(), output);
    KeptDemands.keep(session.stores(), output, settings.output().demands());
    WorkerPlan plan =
        new WorkerPlan(
            description,
            dataset,
            output,
            share(dataset, rank),
            ready.settings().recipe(),
            new ShardNames(
                settings.output().format(),
                settings.output().compression(),
                settings.output().limits(),
                settings.output().shares()),
            Version.text(),
            new WorkerSettings(
                limits,
                new FailurePolicy(settings.output().demands().toleratedFailureRatio()),
                scratchFolder(description),
                EarlierRuns.alike(session.stores().storeOf(output), output, description)));
    WorkerMetrics metrics = new WorkerMetrics();
    WorkerControl control = new WorkerControl();
    try (StopSignals signals = StopSignals.watch(control, untilParentEnds);
        WorkerTelemetry telemetry =
            WorkerTelemetry.start(
                metrics, share(dataset, plan.parts()), options, description.id(), rank)) {
      WorkerReport report =
          Worker.run(
              plan,
              new WorkerContext(session.stores(), source(), metrics, control, CommitObserver.NONE));
      WorkerEvidence.write(session.stores(), output, rank, report);
      return report;
    }
  }

  private static WorkerTelemetry.Share share(BuiltDataset dataset, List<PartId> parts) {
    return new WorkerTelemetry.Share(
        parts.size(),
        parts.stream().mapToLong(part -> dataset.part(part).counts().samples()).sum());
  }

  private List<PartId> share(BuiltDataset dataset, Rank rank) throws IOException {
    boolean handedOut = mode == ProcessCommand.Mode.PARTS && Files.exists(paths.resourceConfig());
    return handedOut
        ? PartHandout.find(paths.inputs(), dataset)
        : Assignment.byBytes(dataset.description().parts(), rank);
  }

  private SampleSource source() throws IOException {
    SampleSource remote = SampleSource.of(session.stores());
    return switch (mode) {
      case PARTS -> remote;
      case OBJECTS -> LocalCopies.of(paths.inputs(), remote);
    };
  }

  private Path scratchFolder(RunDescription description) {
    return scratch == null
        ? Path.of(System.getProperty("java.io.tmpdir"), "shardline", description.id())
        : scratch;
  }
}
