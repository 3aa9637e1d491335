package dev.shardline.benchmark.worker;

import dev.shardline.digest.CanonicalJson;
import dev.shardline.flow.WorkerLimits;
import dev.shardline.recipe.Recipe;
import dev.shardline.recipe.RecipeStep;
import dev.shardline.shard.NpyFormat;
import dev.shardline.worker.WorkerReport;
import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.lang.management.MemoryPoolMXBean;
import java.lang.management.MemoryType;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.stream.Stream;

/// How much a worker holds.
final class HeapFigures {
  private static final double NANOS = 1e9;
  private static final double MEBIBYTE = 1 << 20;
  private static final int FIFTY = 50;
  private static final int TINY_BYTES = 100;

  private final Path folder;
  private final MeasuredWorker worker;

  HeapFigures(Path folder, MeasuredWorker worker) {
    this.folder = folder;
    this.worker = worker;
  }

  /// The heap while so many samples of 100 bytes become arrays, against a fiftieth of them.
  void tiny(int samples) throws Exception {
    Recipe bytes =
        Recipe.of(0, List.of(new RecipeStep(1, CanonicalJson.object(), "", new BytesStep())));
    for (int count : new int[] {Math.max(1, samples / FIFTY), samples}) {
      heap(new Job(new SyntheticDataset(count, new byte[TINY_BYTES]), bytes, new NpyFormat()));
    }
  }

  /// The heap while so many slices are done, against a fiftieth of them and the budget.
  void slices(int samples) throws Exception {
    System.out.printf("budget %.0f MiB%n", WorkerLimits.ofThisMachine().memoryBytes() / MEBIBYTE);
    for (int count : new int[] {Math.max(1, samples / FIFTY), samples}) {
      heap(SliceJob.of(folder, count));
    }
  }

  private void heap(Job job) throws Exception {
    System.gc();
    heapPools().forEach(MemoryPoolMXBean::resetPeakUsage);
    WorkerReport report =
        worker.work(job, Runtime.getRuntime().availableProcessors(), Duration.ZERO).result();
    long peak = heapPools().mapToLong(pool -> pool.getPeakUsage().getUsed()).sum();
    System.gc();
    long left = heapPools().mapToLong(pool -> pool.getUsage().getUsed()).sum();
    System.out.printf(
        "%,d samples: %,.0f a second, heap at most %.0f MiB, %.0f MiB left after them, process at"
            + " most %s%n",
        job.data().samples(),
        job.data().samples() / (report.elapsed().toNanos() / NANOS),
        peak / MEBIBYTE,
        left / MEBIBYTE,
        mostResident());
  }

  /// The process's largest resident size so far, as Linux tells it.
  private static String mostResident() throws IOException {
    try (Stream<String> lines = Files.lines(Path.of("/proc/self/status"))) {
      return lines
          .filter(line -> line.startsWith("VmHWM:"))
          .findFirst()
          .map(line -> line.substring("VmHWM:".length()).strip())
          .orElse("unknown");
    }
  }

  private static Stream<MemoryPoolMXBean> heapPools() {
    return ManagementFactory.getMemoryPoolMXBeans().stream()
        .filter(pool -> pool.getType() == MemoryType.HEAP);
  }
}
