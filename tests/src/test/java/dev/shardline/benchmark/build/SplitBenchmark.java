package dev.shardline.benchmark.build;

import dev.shardline.dataset.Split;
import dev.shardline.digest.StableHash;
import dev.shardline.split.GroupSplitter;
import dev.shardline.split.Groups;
import dev.shardline.split.SplitTarget;
import dev.shardline.split.Strata;
import dev.shardline.split.UnionFind;
import java.io.IOException;
import java.io.PrintWriter;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Random;
import java.util.stream.IntStream;

/// Splits generated data sets into five folds, whole subjects, and prints for each the seconds and
/// the worst distance of a fold's share of a class from a fifth. Writes each data set as
/// `class,subject` lines, from which `tests/peers/folds_sklearn.py` makes the best of 20 shuffles
/// of StratifiedGroupKFold.
///
/// Arguments: a folder for the data sets, number of samples (100,000), rounds (5).
public final class SplitBenchmark {
  private static final int FOLDS = 5;
  private static final double NANOS = 1e9;

  /// How subjects and classes go together.
  private enum Shape {
    /// Subjects of one class with up to 20 samples.
    PURE(4, 20, 1),
    /// Subjects with samples of every class.
    MIXED(4, 20, 4),
    /// A few subjects have very many samples.
    SKEWED(3, 400, 2),
    /// Forty classes, the last ones rare.
    MANY_CLASSES(40, 20, 2);

    private final int classes;
    private final int largest;
    private final int perSubject;

    Shape(int classes, int largest, int perSubject) {
      this.classes = classes;
      this.largest = largest;
      this.perSubject = perSubject;
    }
  }

  private record Data(int[] classes, int[] subjects, int classCount) {
    static Data of(Shape shape, int samples) {
      Random random = new Random(1);
      int[] classes = new int[samples];
      int[] subjects = new int[samples];
      int subject = 0;
      for (int i = 0; i < samples; subject++) {
        double draw = random.nextDouble();
        int size = 1 + (int) (shape.largest * draw * draw * draw);
        int first = (int) (shape.classes * Math.pow(random.nextDouble(), 2));
        for (int end = Math.min(samples, i + size); i < end; i++) {
          classes[i] = (first + random.nextInt(shape.perSubject)) % shape.classes;
          subjects[i] = subject;
        }
      }
      return new Data(classes, subjects, shape.classes);
    }

    void write(Path file) throws IOException {
      try (PrintWriter out =
          new PrintWriter(Files.newBufferedWriter(file, StandardCharsets.UTF_8))) {
        IntStream.range(0, classes.length)
            .forEach(i -> out.println(classes[i] + "," + subjects[i]));
      }
    }
  }

  private SplitBenchmark() {}

  public static void main(String[] arguments) throws IOException {
    Path folder = Files.createDirectories(Path.of(arguments[0]));
    int samples = arguments.length > 1 ? Integer.parseInt(arguments[1]) : 100_000;
    int rounds = arguments.length > 2 ? Integer.parseInt(arguments[2]) : 5;
    for (Shape shape : Shape.values()) {
      Data data = Data.of(shape, samples);
      data.write(folder.resolve(shape.name().toLowerCase(Locale.ROOT) + ".csv"));
      List<Double> seconds = new ArrayList<>();
      double worst = 0;
      for (int round = 0; round < rounds; round++) {
        long start = System.nanoTime();
        byte[] foldOf = split(data);
        seconds.add((System.nanoTime() - start) / NANOS);
        worst = worstDistance(data, foldOf);
      }
      seconds.sort(Double::compare);
      System.out.printf(
          Locale.ROOT,
          "%s: %,d samples, %.4f s, worst class share off by %.6f%n",
          shape,
          samples,
          seconds.get(rounds / 2),
          worst);
    }
  }

  private static byte[] split(Data data) {
    UnionFind sets = new UnionFind(data.subjects.length);
    sets.unionEqual(data.subjects, Arrays.stream(data.subjects).max().orElse(0) + 1);
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
                Strata.of(new Strata.Column(data.classes, data.classCount), List.of()),
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
