package dev.shardline.crash;

import dev.shardline.commit.CommitObserver;
import dev.shardline.dataset.PartId;
import dev.shardline.lineage.RunDescription;
import dev.shardline.manifest.BuiltDataset;
import dev.shardline.storage.ObjectLocation;
import dev.shardline.storage.local.LocalStore;
import dev.shardline.worker.Redrive;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;

/// What `redrive` or `resume` does with a run over a [TextDataset], in a process that sends itself
/// SIGKILL after one of the changes it makes in the store: failed parts are withdrawn (for a
/// redrive), what is left is done, the index is written.
final class KilledRedrive {
  private static final String SOFTWARE = "shardline test";

  private KilledRedrive() {}

  /// Prints [WorkerProcess#BEGUN] before it begins, and how many changes it made at the end.
  ///
  /// @param arguments the data set's location, the run's location, the scratch folder, `ANY:7` to
  ///   die after the seventh change or `NONE:0` to live, and `redrive` or `resume`
  public static void main(String[] arguments) throws IOException, InterruptedException {
    ObjectLocation dataset = ObjectLocation.parse(arguments[0]);
    ObjectLocation run = ObjectLocation.parse(arguments[1]);
    int fatal = Integer.parseInt(arguments[3].split(":", 2)[1]);
    System.out.println(WorkerProcess.BEGUN);
    try (DyingStore store = new DyingStore(new LocalStore(), fatal)) {
      if (arguments[4].equals("redrive")) {
        withdraw(store, dataset, run);
      }
      KilledWorker.work(
          store, dataset, run, Path.of(arguments[2]), CommitObserver.NONE, new AtomicInteger());
      var ignored = KilledWorker.conclude(store, dataset, run);
      System.out.println(store.changes());
    }
  }

  private static void withdraw(DyingStore store, ObjectLocation folder, ObjectLocation run)
      throws IOException {
    BuiltDataset dataset = BuiltDataset.open(_ -> store, folder);
    RunDescription description = KilledWorker.describe(dataset);
    List<PartId> withdrawn = Redrive.prepare(store, run, description, dataset, SOFTWARE);
    if (withdrawn.isEmpty() && store.head(run.resolve("index.json")).isPresent()) {
      throw new IllegalStateException("A redrive found nothing to do again");
    }
  }
}
