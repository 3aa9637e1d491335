package dev.shardline.crash;

import dev.shardline.commit.CommitObserver;
import dev.shardline.commit.ShardNames;
import dev.shardline.digest.CanonicalJson;
import dev.shardline.flow.FailurePolicy;
import dev.shardline.flow.SampleSource;
import dev.shardline.flow.WorkerControl;
import dev.shardline.flow.WorkerLimits;
import dev.shardline.lineage.RunDescription;
import dev.shardline.manifest.BuiltDataset;
import dev.shardline.recipe.Recipe;
import dev.shardline.recipe.RecipeStep;
import dev.shardline.shard.Compression;
import dev.shardline.shard.ShardLimits;
import dev.shardline.shard.WebDatasetFormat;
import dev.shardline.storage.ObjectLocation;
import dev.shardline.storage.ObjectStore;
import dev.shardline.storage.StoreProvider;
import dev.shardline.storage.local.LocalStore;
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
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.locks.LockSupport;

/// A worker process over a [TextDataset] that sends itself SIGKILL at one step of a commit.
final class KilledWorker {
  private KilledWorker() {}

  /// @param arguments the data set's folder, the run's folder, the scratch folder, and the number
  ///   of the step after which to die, from 1; 0 to live
  public static void main(String[] arguments) throws IOException, InterruptedException {
    int fatal = Integer.parseInt(arguments[3]);
    AtomicInteger steps = new AtomicInteger();
    int reached =
        work(
            Path.of(arguments[0]),
            Path.of(arguments[1]),
            Path.of(arguments[2]),
            (_, _) -> {
              if (steps.incrementAndGet() == fatal) {
                die();
              }
            },
            steps);
    System.out.println(reached);
  }

  private static int work(
      Path dataset, Path run, Path scratch, CommitObserver observer, AtomicInteger steps)
      throws IOException, InterruptedException {
    try (ObjectStore store = new LocalStore()) {
      StoreProvider stores = _ -> store;
      WorkerContext context =
          new WorkerContext(
              stores, SampleSource.of(stores), new WorkerMetrics(), new WorkerControl(), observer);
      Worker.run(plan(stores, dataset, run, scratch), context);
      return steps.get();
    }
  }

  private static WorkerPlan plan(StoreProvider stores, Path folder, Path run, Path scratch)
      throws IOException {
    BuiltDataset dataset = BuiltDataset.open(stores, ObjectLocation.ofPath(folder).asDirectory());
    Recipe recipe =
        Recipe.of(0, List.of(new RecipeStep(1, CanonicalJson.object(), "", new TextStep())));
    RunDescription description =
        new RunDescription(
            "texts",
            dataset.directory(),
            dataset.digest(),
            recipe.canonical(),
            CanonicalJson.object(),
            1);
    return new WorkerPlan(
        description,
        dataset,
        ObjectLocation.ofPath(run).asDirectory(),
        Assignment.byBytes(dataset.description().parts(), Rank.ONLY),
        recipe,
        new ShardNames(new WebDatasetFormat(), Compression.NONE, new ShardLimits(3, 1 << 20)),
        "shardline test",
        new WorkerSettings(
            new WorkerLimits(2, 1 << 20, 4), new FailurePolicy(BigDecimal.ONE), scratch));
  }

  private static void die() {
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
