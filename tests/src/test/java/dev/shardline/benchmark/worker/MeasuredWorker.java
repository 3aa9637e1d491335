package dev.shardline.benchmark.worker;

import dev.shardline.commit.CommitObserver;
import dev.shardline.commit.ShardNames;
import dev.shardline.digest.CanonicalJson;
import dev.shardline.flow.FailurePolicy;
import dev.shardline.flow.WorkerControl;
import dev.shardline.flow.WorkerLimits;
import dev.shardline.lineage.RunDescription;
import dev.shardline.manifest.BuiltDataset;
import dev.shardline.shard.Compression;
import dev.shardline.shard.ShardLimits;
import dev.shardline.storage.ObjectLocation;
import dev.shardline.storage.local.LocalStore;
import dev.shardline.telemetry.WorkerMetrics;
import dev.shardline.worker.Assignment;
import dev.shardline.worker.Rank;
import dev.shardline.worker.Worker;
import dev.shardline.worker.WorkerContext;
import dev.shardline.worker.WorkerPlan;
import dev.shardline.worker.WorkerReport;
import dev.shardline.worker.WorkerSettings;
import java.io.IOException;
import java.math.BigDecimal;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Comparator;
import java.util.stream.Stream;

/// Whole workers on made data sets, each in a folder of its own that is removed again.
final class MeasuredWorker {
  private final Path folder;
  private int runs;

  MeasuredWorker(Path folder) {
    this.folder = folder;
  }

  /// @param cores how many samples are worked on at once
  /// @param latency of every request
  Effort<WorkerReport> work(Job job, int cores, Duration latency) throws Exception {
    Path own = Files.createDirectories(folder.resolve("run-" + runs++));
    ObjectLocation dataset = ObjectLocation.ofPath(own.resolve("dataset")).asDirectory();
    ObjectLocation run = ObjectLocation.ofPath(own.resolve("run")).asDirectory();
    try (LocalStore store = new LocalStore()) {
      job.data().build(store, dataset);
      BuiltDataset built = BuiltDataset.open(_ -> store, dataset);
      WorkerPlan plan =
          new WorkerPlan(
              new RunDescription(
                  "synthetic",
                  dataset,
                  built.digest(),
                  job.recipe().canonical(),
                  CanonicalJson.object(),
                  1),
              built,
              run,
              Assignment.byBytes(built.description().parts(), Rank.ONLY),
              job.recipe(),
              new ShardNames(job.format(), Compression.NONE, ShardLimits.NONE),
              "benchmark",
              new WorkerSettings(
                  new WorkerLimits(cores, WorkerLimits.ofThisMachine().memoryBytes(), 64),
                  new FailurePolicy(BigDecimal.ONE),
                  own.resolve("scratch")));
      return Effort.of(() ->
          Worker.run(
              plan,
              new WorkerContext(
                  _ -> store,
                  job.data().source(latency),
                  new WorkerMetrics(),
                  new WorkerControl(),
                  CommitObserver.NONE)));
    } finally {
      delete(own);
    }
  }

  private static void delete(Path folder) throws IOException {
    try (Stream<Path> tree = Files.walk(folder)) {
      for (Path path : tree.sorted(Comparator.reverseOrder()).toList()) {
        Files.delete(path);
      }
    }
  }
}
