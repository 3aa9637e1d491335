package dev.shardline.benchmark.build;

import com.sun.management.OperatingSystemMXBean;
import dev.shardline.column.CodeColumn;
import dev.shardline.dataset.Split;
import dev.shardline.digest.StableHash;
import dev.shardline.split.GroupSplitter;
import dev.shardline.split.Groups;
import dev.shardline.split.SplitTarget;
import dev.shardline.split.Strata;
import dev.shardline.split.UnionFind;
import java.io.IOException;
import java.io.PrintWriter;
import java.lang.management.ManagementFactory;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;
import java.util.stream.IntStream;

/// Splits generated data sets, and those that lie in `FOLDER/tables` as `class,subject` lines, into
/// five folds, whole subjects, and prints for each the seconds of the first round and of the later
/// half of the rounds (median; of processor the mean, for its clock ticks in hundredths), and the
/// worst distance of a fold's share of a class from a fifth. Writes `class,subject,fold` lines to
/// `FOLDER/folds`, which `tests/peers/folds_sklearn.py` compares with the best of 20 shuffles of
/// StratifiedGroupKFold.
///
/// Arguments: FOLDER, numbers of samples (100,600,6000,100000), rounds (5).
public final class SplitBenchmark {
  private static final int FOLDS = 5;
  private static final int FEWEST_SUBJECTS = 6;
  private static final double NANOS = 1e9;
  private static final OperatingSystemMXBean PROCESS =
      ManagementFactory.getPlatformMXBean(OperatingSystemMXBean.class);

  /// How subjects and classes go together.
  private enum Shape {
    /// Subjects of one class with up to 20 samples.
    PURE(4, 20, 1),
    /// Subjects with samples of every class.
    MIXED(4, 20, 4),
    /// A few subjects have very many samples.
    SKEWED(3, 400, 2),
    /// Forty classes, the last ones rare.
    MANY_CLASSES(40, 20, 2),
    /// Two classes, every subject sick or well.
    SICK_OR_WELL(2, 60, 1),
    /// A few subjects of one class, very unlike in size.
    FEW_LARGE(3, 2000, 1);

    private final int classes;
    private final int largest;
    private final int perSubject;

    Shape(int classes, int largest, int perSubject) {
      this.classes = classes;
      this.largest = largest;
      this.perSubject = perSubject;
    }
  }

  private record Data(int[] classes, int[] subjects, int classCount, int subjectCount) {
    static Data of(Shape shape, int samples) {
      Random random = new Random(1);
      int largest = Math.min(shape.largest, samples / FEWEST_SUBJECTS);
      int[] classes = new int[samples];
      int[] subjects = new int[samples];
      int subject = 0;
      for (int i = 0; i < samples; subject++) {
        double draw = random.nextDouble();
        int size = 1 + (int) (largest * draw * draw * draw);
        int first = (int) (shape.classes * Math.pow(random.nextDouble(), 2));
        for (int end = Math.min(samples, i + size); i < end; i++) {
          classes[i] = (first + random.nextInt(shape.perSubject)) % shape.classes;
          subjects[i] = subject;
        }
      }
      return new Data(classes, subjects, shape.classes, subject);
    }

    static Data read(Path file) throws IOException {
      int[][] rows =
          Files.readAllLines(file, StandardCharsets.UTF_8).stream()
              .map(line -> Arrays.stream(line.split(",")).mapToInt(Integer::parseInt).toArray())
              .toArray(int[][]::new);
      int[] classes = Arrays.stream(rows).mapToInt(row -> row[0]).toArray();
      int[] subjects = Arrays.stream(rows).mapToInt(row -> row[1]).toArray();
      return new Data(classes, subjects, count(classes), count(subjects));
    }

    private static int count(int[] codes) {
      return Arrays.stream(codes).max().orElse(0) + 1;
    }

    void write(Path file, byte[] foldOf) throws IOException {
      try (PrintWriter out =
          new PrintWriter(Files.newBufferedWriter(file, StandardCharsets.UTF_8))) {
        IntStream.range(0, classes.length)
            .forEach(i -> out.println(classes[i] + "," + subjects[i] + "," + foldOf[i]));
      }
    }
  }

  private SplitBenchmark() {}

  public static void main(String[] arguments) throws IOException {
    Path folder = Path.of(arguments[0]);
    Files.createDirectories(folder.resolve("folds"));
    String sizes = arguments.length > 1 ? arguments[1] : "100,600,6000,100000";
    int rounds = arguments.length > 2 ? Integer.parseInt(arguments[2]) : 5;
    for (Map.Entry<String, Data> each : all(folder, sizes).entrySet()) {
      Data data = each.getValue();
      double[] seconds = new double[rounds];
      double[] processor = new double[rounds];
      byte[] foldOf = new byte[0];
      for (int round = 0; round < rounds; round++) {
        long start = System.nanoTime();
        long begun = PROCESS.getProcessCpuTime();
        foldOf = split(data);
        processor[round] = (PROCESS.getProcessCpuTime() - begun) / NANOS;
        seconds[round] = (System.nanoTime() - start) / NANOS;
      }
      double firstSeconds = seconds[0];
      Arrays.sort(seconds, rounds / 2, rounds);
      data.write(folder.resolve("folds").resolve(each.getKey() + ".csv"), foldOf);
      System.out.printf(
          Locale.ROOT,
          "%s: %,d samples, %.4f s, processor %.4f s (first round %.4f s, processor %.2f s), worst"
              + " class share off by %.6f%n",
          each.getKey(),
          data.classes.length,
          seconds[rounds / 2 + (rounds - rounds / 2) / 2],
          Arrays.stream(processor).skip(rounds / 2).average().orElseThrow(),
          firstSeconds,
          processor[0],
          worstDistance(data, foldOf));
    }
  }

  private static Map<String, Data> all(Path folder, String sizes) throws IOException {
    Map<String, Data> all = new TreeMap<>();
    for (Shape shape : Shape.values()) {
      for (String size : sizes.split(",")) {
        String name = shape.name().toLowerCase(Locale.ROOT).replace('_', '-') + "-" + size;
        all.put(name, Data.of(shape, Integer.parseInt(size)));
      }
    }
    Path tables = folder.resolve("tables");
    if (Files.isDirectory(tables)) {
      try (DirectoryStream<Path> files = Files.newDirectoryStream(tables, "*.csv")) {
        for (Path file : files) {
          all.put(String.valueOf(file.getFileName()).replace(".csv", ""), Data.read(file));
        }
      }
    }
    return all;
  }

  private static byte[] split(Data data) {
    UnionFind sets = new UnionFind(data.subjects.length);
    sets.unionEqual(CodeColumn.of(data.subjects), data.subjectCount);
    Groups groups = sets.groups();
    long[] hashes =
        Arrays.stream(groups.firstSamples()).mapToLong(i -> StableHash.of("sample" + i)).toArray();
    byte[] fixed = new byte[groups.count()];
    Arrays.fill(fixed, GroupSplitter.FREE);
    List<String> names = IntStream.range(0, data.classCount).mapToObj(Integer::toString).toList();
    byte[] ofGroup =
        new GroupSplitter(targets(), 7)
            .split(
                groups,
                Strata.of(
                    new Strata.Column(CodeColumn.of(data.classes), data.classCount), List.of()),
                hashes,
                fixed,
                names);
    byte[] foldOf = new byte[data.classes.length];
    for (int i = 0; i < foldOf.length; i++) {
      foldOf[i] = ofGroup[groups.of(i)];
    }
    return foldOf;
  }

  private static List<SplitTarget> targets() {
    return IntStream.range(0, FOLDS)
        .mapToObj(fold ->
            new SplitTarget(
                new Split("fold-" + fold), new BigDecimal("0.2"), 0, SplitTarget.NO_CAP))
        .toList();
  }

  private static double worstDistance(Data data, byte[] foldOf) {
    int[][] counts = new int[data.classCount][FOLDS];
    for (int i = 0; i < foldOf.length; i++) {
      counts[data.classes[i]][foldOf[i]]++;
    }
    double worst = 0;
    for (int[] ofClass : counts) {
      double total = Arrays.stream(ofClass).sum();
      for (int count : ofClass) {
        worst = Math.max(worst, total == 0 ? 0 : Math.abs(count / total - 1.0 / FOLDS));
      }
    }
    return worst;
  }
}
