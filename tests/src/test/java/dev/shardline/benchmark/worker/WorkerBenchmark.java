package dev.shardline.benchmark.worker;

import com.sun.management.OperatingSystemMXBean;
import dev.shardline.cli.session.Wiring;
import dev.shardline.commit.CommitObserver;
import dev.shardline.commit.ShardNames;
import dev.shardline.config.Config;
import dev.shardline.data.Tensor;
import dev.shardline.dataset.ClassLabel;
import dev.shardline.dataset.Split;
import dev.shardline.demo.DemoDataset;
import dev.shardline.digest.CanonicalJson;
import dev.shardline.flow.FailurePolicy;
import dev.shardline.flow.WorkerControl;
import dev.shardline.flow.WorkerLimits;
import dev.shardline.lineage.RunDescription;
import dev.shardline.manifest.BuiltDataset;
import dev.shardline.recipe.Item;
import dev.shardline.recipe.Recipe;
import dev.shardline.recipe.RecipeReader;
import dev.shardline.recipe.RecipeRun;
import dev.shardline.recipe.RecipeStep;
import dev.shardline.recipe.SampleFacts;
import dev.shardline.recipe.SourceBytes;
import dev.shardline.recipe.StepTimer;
import dev.shardline.shard.Compression;
import dev.shardline.shard.NpyFormat;
import dev.shardline.shard.RecordFacts;
import dev.shardline.shard.RecordKey;
import dev.shardline.shard.ShardFormat;
import dev.shardline.shard.ShardLimits;
import dev.shardline.shard.ShardRecord;
import dev.shardline.shard.WebDatasetFormat;
import dev.shardline.storage.ObjectLocation;
import dev.shardline.storage.local.LocalStore;
import dev.shardline.telemetry.Stage;
import dev.shardline.telemetry.StageBreakdown;
import dev.shardline.telemetry.WorkerMetrics;
import dev.shardline.worker.Assignment;
import dev.shardline.worker.Rank;
import dev.shardline.worker.Worker;
import dev.shardline.worker.WorkerContext;
import dev.shardline.worker.WorkerPlan;
import dev.shardline.worker.WorkerReport;
import dev.shardline.worker.WorkerSettings;
import java.awt.Graphics2D;
import java.awt.RenderingHints;
import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.lang.management.ManagementFactory;
import java.lang.management.MemoryPoolMXBean;
import java.lang.management.MemoryType;
import java.math.BigDecimal;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;
import javax.imageio.ImageIO;

/// What a worker adds to its recipe, how it scales, how well it hides latency, how much it holds.
///
/// Arguments: a folder to work in, samples (2,000), rounds (3): slices against a bare loop of
/// decode, recipe and tar in one thread, on 1, 2, 4 … cores, with and without 20 ms of latency.
/// With the samples given as `tiny:10000000`: the heap of so many samples of 100 bytes, against a
/// fiftieth of them. With `memory:100000`: the same of slices, against the memory budget. With
/// `steady:2000`: what all processors that this process may use do in a second once it is warm.
public final class WorkerBenchmark {
  private static final double NANOS = 1e9;
  private static final double MILLIS = 1e6;
  private static final double MEBIBYTE = 1 << 20;
  private static final Duration LATENCY = Duration.ofMillis(20);
  private static final String SLICES =
      "recipe: [decode-image, grey, {resize: {size: 224}}, scale, image-to-tensor]\n";
  private static final WebDatasetFormat FORMAT = new WebDatasetFormat();

  private static final String TINY = "tiny:";
  private static final String MEMORY = "memory:";
  private static final String STEADY = "steady:";
  private static final int FIFTY = 50;
  private static final int SIDE = 512;
  private static final int TINY_BYTES = 100;

  private final Path folder;
  private final Recipe slicesRecipe;
  private int runs;

  private WorkerBenchmark(Path folder) {
    this.folder = folder;
    Config config = Config.parse(SLICES, "benchmark", folder, List.of());
    this.slicesRecipe = new RecipeReader(Wiring.steps()).read(config.root()).orElseThrow();
  }

  /// What a worker does with its samples.
  private record Job(SyntheticDataset data, Recipe recipe, ShardFormat format) {}

  private Job ofSlices(SyntheticDataset data) {
    return new Job(data, slicesRecipe, FORMAT);
  }

  public static void main(String[] arguments) throws Exception {
    Path folder = Files.createDirectories(Path.of(arguments[0]));
    String samples = arguments.length > 1 ? arguments[1] : "2000";
    int rounds = arguments.length > 2 ? Integer.parseInt(arguments[2]) : 3;
    WorkerBenchmark benchmark = new WorkerBenchmark(folder);
    if (samples.startsWith(TINY)) {
      benchmark.tiny(Integer.parseInt(samples.substring(TINY.length())));
      return;
    }
    byte[] picture = picture(folder);
    if (samples.startsWith(MEMORY)) {
      benchmark.memory(Integer.parseInt(samples.substring(MEMORY.length())), picture);
      return;
    }
    if (samples.startsWith(STEADY)) {
      int slices = Integer.parseInt(samples.substring(STEADY.length()));
      benchmark.steady(new SyntheticDataset(slices, picture), rounds);
      return;
    }
    SyntheticDataset slices = new SyntheticDataset(Integer.parseInt(samples), picture);
    for (int round = 0; round < rounds; round++) {
      benchmark.compare(slices);
    }
  }

  /// A grey JPEG of 512 x 512 pixels: one of the demonstration's pictures, drawn larger.
  private static byte[] picture(Path folder) throws IOException {
    Path source = folder.resolve("source");
    DemoDataset.writeTo(source, DemoDataset.STANDARD_SEED);
    try (Stream<Path> files = Files.walk(source)) {
      Path first =
          files.filter(file -> file.toString().endsWith(".jpg")).sorted().findFirst().orElseThrow();
      BufferedImage large = new BufferedImage(SIDE, SIDE, BufferedImage.TYPE_BYTE_GRAY);
      Graphics2D drawing = large.createGraphics();
      drawing.setRenderingHint(
          RenderingHints.KEY_INTERPOLATION, RenderingHints.VALUE_INTERPOLATION_BICUBIC);
      drawing.drawImage(ImageIO.read(first.toFile()), 0, 0, SIDE, SIDE, null);
      drawing.dispose();
      ByteArrayOutputStream jpeg = new ByteArrayOutputStream();
      ImageIO.write(large, "jpeg", jpeg);
      return jpeg.toByteArray();
    }
  }

  /// One round of everything, alternating, so that the machine's moods meet all alike.
  private void compare(SyntheticDataset slices) throws Exception {
    long begun = processorNanos();
    double bare = bareLoop(slices);
    long between = processorNanos();
    WorkerReport one = work(ofSlices(slices), 1, Duration.ZERO);
    long ended = processorNanos();
    System.out.printf(
        "worker on 1 core against the bare loop: %.3f of its time, %.3f of its processor time"
            + " (%.2f and %.2f ms a slice)%n",
        seconds(one) / bare,
        (double) (ended - between) / (between - begun),
        (ended - between) / MILLIS / slices.samples(),
        (between - begun) / MILLIS / slices.samples());
    if (Boolean.getBoolean("stages")) {
      StageBreakdown.of(one.metrics(), one.elapsed(), 1).forEach(System.out::println);
    }
    for (int cores = 2; cores <= Runtime.getRuntime().availableProcessors(); cores *= 2) {
      WorkerReport many = work(ofSlices(slices), cores, Duration.ZERO);
      System.out.printf(
          "%d cores: %.2f times as fast as 1, efficiency %.2f%n",
          cores, seconds(one) / seconds(many), seconds(one) / seconds(many) / cores);
      WorkerReport late = work(ofSlices(slices), cores, LATENCY);
      System.out.printf(
          "%d cores, 20 ms latency: cores busy %.2f, %.2f of the time without%n",
          cores, busy(late, cores), seconds(late) / seconds(many));
    }
  }

  /// Rounds with and without latency, by turns, after one of each that does not count.
  private void steady(SyntheticDataset slices, int rounds) throws Exception {
    int cores = Runtime.getRuntime().availableProcessors();
    for (int round = 0; round <= rounds; round++) {
      for (Duration latency : List.of(Duration.ZERO, LATENCY)) {
        long begun = processorNanos();
        WorkerReport report = work(ofSlices(slices), cores, latency);
        double busy = (processorNanos() - begun) / NANOS / seconds(report) / cores;
        if (round > 0) {
          System.out.printf(
              "%d cores, %d ms latency: %.0f slices a second, processors busy %.2f%n",
              cores, latency.toMillis(), slices.samples() / seconds(report), busy);
        }
      }
    }
  }

  /// What this process has used of all processors, with compiling and collecting.
  private static long processorNanos() {
    return ManagementFactory.getPlatformMXBean(OperatingSystemMXBean.class).getProcessCpuTime();
  }

  private static double seconds(WorkerReport report) {
    return report.elapsed().toNanos() / NANOS;
  }

  private static double busy(WorkerReport report, int cores) {
    long nanos = 0;
    for (Stage stage : List.of(Stage.DIGEST, Stage.RECIPE, Stage.ENCODE)) {
      nanos += report.metrics().nanos(stage);
    }
    return (double) nanos / report.elapsed().toNanos() / cores;
  }

  /// Decode, recipe and tar in one thread, and nothing else.
  private double bareLoop(SyntheticDataset slices) throws Exception {
    SampleFacts facts =
        new SampleFacts("s.jpg", "s", new ClassLabel("one", 0), Split.TRAIN, Map.of(), 0);
    long start = System.nanoTime();
    try (OutputStream tar = Files.newOutputStream(folder.resolve("bare.tar"))) {
      for (int i = 0; i < slices.samples(); i++) {
        String key = RecordKey.of(String.valueOf(i));
        var dropped =
            new RecipeRun(slicesRecipe, (_, item) -> write(tar, key, item), StepTimer.NONE)
                .run(Item.of(facts, SourceBytes.of("s.jpg", slices.content())));
        if (dropped.isPresent()) {
          throw new IllegalStateException(dropped.get().detail());
        }
      }
    }
    return (System.nanoTime() - start) / NANOS;
  }

  private static void write(OutputStream tar, String key, Item item) {
    try {
      tar.write(
          FORMAT
              .encode(
                  new ShardRecord(
                      key, (Tensor) item.data(), new TreeMap<>(), 0, RecordFacts.of(item)))
              .bytes());
    } catch (Exception e) {
      throw new IllegalStateException(e);
    }
  }

  private WorkerReport work(Job job, int cores, Duration latency) throws Exception {
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
      return Worker.run(
          plan,
          new WorkerContext(
              _ -> store,
              job.data().source(latency),
              new WorkerMetrics(),
              new WorkerControl(),
              CommitObserver.NONE));
    } finally {
      delete(own);
    }
  }

  /// The heap while so many samples of 100 bytes become arrays, against a fiftieth of them.
  private void tiny(int samples) throws Exception {
    Recipe bytes =
        Recipe.of(0, List.of(new RecipeStep(1, CanonicalJson.object(), "", new BytesStep())));
    for (int count : new int[] {Math.max(1, samples / FIFTY), samples}) {
      heap(new Job(new SyntheticDataset(count, new byte[TINY_BYTES]), bytes, new NpyFormat()));
    }
  }

  /// The heap while so many slices are done, against a fiftieth of them and the budget.
  private void memory(int samples, byte[] picture) throws Exception {
    System.out.printf("budget %.0f MiB%n", WorkerLimits.ofThisMachine().memoryBytes() / MEBIBYTE);
    for (int count : new int[] {Math.max(1, samples / FIFTY), samples}) {
      heap(ofSlices(new SyntheticDataset(count, picture)));
    }
  }

  private void heap(Job job) throws Exception {
    System.gc();
    heapPools().forEach(MemoryPoolMXBean::resetPeakUsage);
    WorkerReport report = work(job, Runtime.getRuntime().availableProcessors(), Duration.ZERO);
    long peak = heapPools().mapToLong(pool -> pool.getPeakUsage().getUsed()).sum();
    System.gc();
    long left = heapPools().mapToLong(pool -> pool.getUsage().getUsed()).sum();
    System.out.printf(
        "%,d samples: %,.0f a second, heap at most %.0f MiB, %.0f MiB left after them, process at"
            + " most %s%n",
        job.data().samples(),
        job.data().samples() / seconds(report),
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

  private static void delete(Path folder) throws IOException {
    try (Stream<Path> tree = Files.walk(folder)) {
      for (Path path : tree.sorted(Comparator.reverseOrder()).toList()) {
        Files.delete(path);
      }
    }
  }
}
