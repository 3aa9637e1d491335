package dev.shardline.split;

import static org.assertj.core.api.Assertions.assertThat;

import dev.shardline.column.CodeColumn;
import dev.shardline.dataset.Split;
import dev.shardline.digest.StableHash;
import java.math.BigDecimal;
import java.util.Arrays;
import java.util.Collections;
import java.util.Comparator;
import java.util.List;
import java.util.Random;
import java.util.stream.IntStream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/// Five folds of whole subjects are at least as close to the class ratios as the best of 20
/// shuffles of scikit-learn's greedy rule (`StratifiedGroupKFold._find_best_fold`), which is
/// written down here; `tests/peers/folds_sklearn.py` compares with scikit-learn itself.
class StratifiedFoldsTest {
  private static final int FOLDS = 5;
  private static final int SHUFFLES = 20;

  /// How many samples of each class every subject has.
  private static int[][] subjects(int samples, int classes, int largest, int perSubject) {
    Random random = new Random(1);
    return IntStream.iterate(0, i -> i + 1)
        .mapToObj(_ -> {
          int[] counts = new int[classes];
          int size = 1 + (int) (largest * Math.pow(random.nextDouble(), 3));
          int first = (int) (classes * Math.pow(random.nextDouble(), 2));
          for (int i = 0; i < size; i++) {
            counts[(first + random.nextInt(perSubject)) % classes]++;
          }
          return counts;
        })
        .limit(samples * 4L / (largest + 4))
        .toArray(int[][]::new);
  }

  private static double spread(int[][] inFold, int[] totals) {
    double sum = 0;
    int classes = 0;
    for (int c = 0; c < totals.length; c++) {
      if (totals[c] > 0) {
        int place = c;
        double mean = 1.0 / FOLDS;
        double squares =
            Arrays.stream(inFold)
                .mapToDouble(fold -> Math.pow((double) fold[place] / totals[place] - mean, 2))
                .sum();
        sum += Math.sqrt(squares / FOLDS);
        classes++;
      }
    }
    return sum / classes;
  }

  private static int[] totals(int[][] subjects) {
    int[] totals = new int[subjects[0].length];
    for (int[] subject : subjects) {
      add(totals, subject, 1);
    }
    return totals;
  }

  private static void add(int[] counts, int[] subject, int sign) {
    for (int c = 0; c < counts.length; c++) {
      counts[c] += sign * subject[c];
    }
  }

  private static double greedy(int[][] subjects, int seed) {
    List<int[]> order = Arrays.asList(subjects.clone());
    Collections.shuffle(order, new Random(seed));
    order.sort(Comparator.comparingDouble(subject -> -deviation(subject)));
    int[] totals = totals(subjects);
    int[][] inFold = new int[FOLDS][totals.length];
    for (int[] subject : order) {
      int best = 0;
      double bestSpread = Double.POSITIVE_INFINITY;
      for (int fold = 0; fold < FOLDS; fold++) {
        add(inFold[fold], subject, 1);
        double spread = spread(inFold, totals);
        add(inFold[fold], subject, -1);
        if (spread < bestSpread) {
          bestSpread = spread;
          best = fold;
        }
      }
      add(inFold[best], subject, 1);
    }
    return spread(inFold, totals);
  }

  private static double deviation(int[] subject) {
    double mean = Arrays.stream(subject).average().orElse(0);
    return Math.sqrt(Arrays.stream(subject).mapToDouble(n -> (n - mean) * (n - mean)).sum());
  }

  private static double ours(int[][] subjects) {
    int[] subjectOf =
        IntStream.range(0, subjects.length)
            .flatMap(s -> IntStream.range(0, Arrays.stream(subjects[s]).sum()).map(_ -> s))
            .toArray();
    int[] classOf =
        Arrays.stream(subjects)
            .flatMapToInt(counts ->
                IntStream.range(0, counts.length)
                    .flatMap(c -> IntStream.range(0, counts[c]).map(_ -> c)))
            .toArray();
    UnionFind sets = new UnionFind(subjectOf.length);
    sets.unionEqual(CodeColumn.of(subjectOf), subjects.length);
    Groups groups = sets.groups();
    byte[] fixed = new byte[groups.count()];
    Arrays.fill(fixed, GroupSplitter.FREE);
    int classes = subjects[0].length;
    byte[] foldOf =
        new GroupSplitter(folds(), 7)
            .split(
                groups,
                Strata.of(new Strata.Column(CodeColumn.of(classOf), classes), List.of()),
                Arrays.stream(groups.firstSamples())
                    .mapToLong(i -> StableHash.of("s" + i))
                    .toArray(),
                fixed,
                IntStream.range(0, classes).mapToObj(Integer::toString).toList());
    int[][] inFold = new int[FOLDS][classes];
    for (int i = 0; i < classOf.length; i++) {
      inFold[foldOf[groups.of(i)]][classOf[i]]++;
    }
    return spread(inFold, totals(subjects));
  }

  private static List<SplitTarget> folds() {
    return IntStream.range(0, FOLDS)
        .mapToObj(fold ->
            new SplitTarget(
                new Split("fold-" + fold), new BigDecimal("0.2"), 0, SplitTarget.NO_CAP))
        .toList();
  }

  @ParameterizedTest
  @CsvSource({
    "100, 4, 12, 1",
    "600, 4, 20, 4",
    "600, 3, 90, 1",
    "2000, 2, 60, 1",
    "3000, 40, 20, 2",
    "4000, 40, 12, 1",
    "3000, 3, 300, 2"
  })
  void foldsAreAsCloseAsTheBestOfTwentyGreedyOnes(
      int samples, int classes, int largest, int perSubject) {
    int[][] subjects = subjects(samples, classes, largest, perSubject);
    double best =
        IntStream.range(0, SHUFFLES)
            .mapToDouble(seed -> greedy(subjects, seed))
            .min()
            .orElseThrow();
    assertThat(ours(subjects)).isLessThanOrEqualTo(best + 1e-12);
  }
}
