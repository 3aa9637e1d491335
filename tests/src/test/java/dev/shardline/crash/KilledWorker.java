package dev.shardline.crash;

import dev.shardline.audit.AuditReport;
import dev.shardline.audit.RunAudit;
import dev.shardline.commit.CommitObserver;
import dev.shardline.commit.ShardNames;
import dev.shardline.digest.CanonicalJson;
import dev.shardline.flow.FailurePolicy;
import dev.shardline.flow.SampleSource;
import dev.shardline.flow.WorkerControl;
import dev.shardline.flow.WorkerLimits;
import dev.shardline.lineage.RunDescription;
import dev.shardline.manifest.BuiltDataset;
import dev.shardline.manifest.PartDescription;
import dev.shardline.recipe.Recipe;
import dev.shardline.recipe.RecipeStep;
import dev.shardline.run.RunFolder;
import dev.shardline.shard.Compression;
import dev.shardline.shard.ShardLimits;
import dev.shardline.shard.WebDatasetFormat;
import dev.shardline.storage.ObjectLocation;
import dev.shardline.storage.ObjectStore;
import dev.shardline.storage.StoreProvider;
import dev.shardline.storage.local.LocalStore;
import dev.shardline.storage.s3.S3Credentials;
import dev.shardline.storage.s3.S3Retries;
import dev.shardline.storage.s3.S3Settings;
import dev.shardline.storage.s3.S3Store;
import dev.shardline.telemetry.WorkerMetrics;
import dev.shardline.worker.Assignment;
import dev.shardline.worker.Rank;
import dev.shardline.worker.Worker;
import dev.shardline.worker.WorkerContext;
import dev.shardline.worker.WorkerPlan;
import dev.shardline.worker.WorkerSettings;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.math.BigDecimal;
import java.net.URI;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.locks.LockSupport;

/// A worker process over a [TextDataset] that sends itself SIGKILL at one step of a commit.
final class KilledWorker {
  private KilledWorker() {}

  /// Prints [WorkerProcess#BEGUN] before it begins to work, and how many steps it made at the end.
  ///
  /// @param arguments the data set's location, the run's location, the scratch folder, the step
  ///   after which to die, and the endpoint where these lie in S3. A step is `ANY:7` for the
  ///   seventh one, `SEALED:2` for the second of its kind, or `NONE:0` to live
  public static void main(String[] arguments) throws IOException, InterruptedException {
    String[] fatal = arguments[3].split(":", 2);
    AtomicInteger left = new AtomicInteger(Integer.parseInt(fatal[1]));
    AtomicInteger steps = new AtomicInteger();
    System.out.println(WorkerProcess.BEGUN);
    int reached =
        work(
            arguments.length > 4 ? s3(arguments[4]) : new LocalStore(),
            ObjectLocation.parse(arguments[0]),
            ObjectLocation.parse(arguments[1]),
            Path.of(arguments[2]),
            (_, step) -> {
              steps.incrementAndGet();
              boolean counts = fatal[0].equals("ANY") || fatal[0].equals(step.name());
              if (counts && left.decrementAndGet() == 0) {
                die();
              }
            },
            steps);
    System.out.println(reached);
  }

  /// Does all of a data set and closes the store.
  ///
  /// @param steps counted by the observer
  static int work(
      ObjectStore store,
      ObjectLocation dataset,
      ObjectLocation run,
      Path scratch,
      CommitObserver observer,
      AtomicInteger steps)
      throws IOException, InterruptedException {
    try (store) {
      StoreProvider stores = _ -> store;
      WorkerContext context =
          new WorkerContext(
              stores, SampleSource.of(stores), new WorkerMetrics(), new WorkerControl(), observer);
      Worker.run(plan(stores, dataset, run, scratch), context);
      return steps.get();
    }
  }

  private static ObjectStore s3(String endpoint) {
    return new S3Store(
        S3Settings.at(URI.create(endpoint))
            .withCredentials(new S3Credentials.Key("any", "any"))
            .withRegion("us-east-1")
            .withTimeout(Duration.ofSeconds(20))
            .withRetries(new S3Retries(6, Duration.ofMillis(2), Duration.ofMillis(20))));
  }

  private static WorkerPlan plan(
      StoreProvider stores, ObjectLocation folder, ObjectLocation run, Path scratch)
      throws IOException {
    BuiltDataset dataset = BuiltDataset.open(stores, folder);
    return new WorkerPlan(
        describe(dataset),
        dataset,
        run,
        Assignment.byBytes(dataset.description().parts(), Rank.ONLY),
        recipe(),
        new ShardNames(new WebDatasetFormat(), Compression.NONE, new ShardLimits(3, 1 << 20)),
        "shardline test",
        new WorkerSettings(
            new WorkerLimits(2, 1 << 20, 4), new FailurePolicy(BigDecimal.ONE), scratch));
  }

  private static Recipe recipe() {
    return Recipe.of(0, List.of(new RecipeStep(1, CanonicalJson.object(), "", new TextStep())));
  }

  static RunDescription describe(BuiltDataset dataset) {
    return new RunDescription(
        "texts",
        dataset.directory(),
        dataset.digest(),
        recipe().canonical(),
        CanonicalJson.object(),
        1);
  }

  /// Ends a run as the program does, and audits it.
  static AuditReport conclude(ObjectStore store, ObjectLocation folder, ObjectLocation run)
      throws IOException {
    StoreProvider stores = _ -> store;
    BuiltDataset dataset = BuiltDataset.open(stores, folder);
    var ignored =
        RunFolder.begin(stores, run, describe(dataset))
            .index(dataset.description().parts().stream().map(PartDescription::id).toList());
    return RunAudit.verify(stores, run, Optional.empty());
  }

  /// Ends this process as SIGKILL does.
  static void die() {
    try {
      long self = ProcessHandle.current().pid();
      new ProcessBuilder("kill", "-KILL", String.valueOf(self)).inheritIO().start();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    while (true) {
      LockSupport.park();
    }
  }
}
