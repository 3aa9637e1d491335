package dev.shardline.split;

import static org.assertj.core.api.Assertions.assertThat;

import dev.shardline.column.CodeColumn;
import dev.shardline.dataset.Split;
import dev.shardline.digest.StableHash;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;

class GroupSplitterPropertyTest {
  private static final int CLASSES = 3;
  private static final List<String> NAMES = List.of("a", "b", "c");

  private static List<SplitTarget> targets(int minimum) {
    return List.of(
        new SplitTarget(Split.TRAIN, new BigDecimal("0.7"), minimum, SplitTarget.NO_CAP),
        new SplitTarget(Split.VALIDATION, new BigDecimal("0.15"), minimum, SplitTarget.NO_CAP),
        new SplitTarget(Split.TEST, new BigDecimal("0.15"), minimum, SplitTarget.NO_CAP));
  }

  /// Samples whose subjects have one to `largest` samples of any class.
  private record Data(Groups groups, int[] classes, long[] hashes) {
    static Data random(long seed, int samples, int largest) {
      Random random = new Random(seed);
      int[] classes = new int[samples];
      UnionFind sets = new UnionFind(samples);
      int first = 0;
      for (int i = 0; i < samples; i++) {
        classes[i] = random.nextInt(CLASSES);
        if (i - first >= largest || random.nextInt(3) == 0) {
          first = i;
        }
        sets.union(first, i);
      }
      Groups groups = sets.groups();
      long[] hashes =
          Arrays.stream(groups.firstSamples())
              .mapToLong(sample -> StableHash.of("sample " + sample))
              .toArray();
      return new Data(groups, classes, hashes);
    }

    byte[] split(int minimum, long seed) {
      byte[] fixed = new byte[groups.count()];
      Arrays.fill(fixed, GroupSplitter.FREE);
      return split(minimum, seed, fixed);
    }

    byte[] split(int minimum, long seed, byte[] fixed) {
      Strata strata = Strata.of(new Strata.Column(CodeColumn.of(classes), CLASSES), List.of());
      return new GroupSplitter(targets(minimum), seed).split(groups, strata, hashes, fixed, NAMES);
    }

    int[][] counts(byte[] splitOfGroup) {
      int[][] counts = new int[3][CLASSES];
      for (int sample = 0; sample < classes.length; sample++) {
        counts[splitOfGroup[groups.of(sample)]][classes[sample]]++;
      }
      return counts;
    }
  }

  @Property(tries = 60)
  void everyGroupIsInOneSplitAndEveryClassInAll(
      @ForAll @IntRange(min = 60, max = 2000) int samples,
      @ForAll @IntRange(min = 1, max = 6) int largest,
      @ForAll long seed) {
    Data data = Data.random(seed, samples, largest);
    byte[] split = data.split(1, seed);
    assertThat(split).hasSize(data.groups().count());
    for (int[] ofSplit : data.counts(split)) {
      assertThat(Arrays.stream(ofSplit).boxed().toList()).allMatch(count -> count >= 1);
    }
  }

  @Property(tries = 40)
  void everyClassHasItsShareInEverySplit(
      @ForAll @IntRange(min = 400, max = 3000) int samples, @ForAll long seed) {
    Data data = Data.random(seed, samples, 4);
    int[][] counts = data.counts(data.split(1, seed));
    for (int c = 0; c < CLASSES; c++) {
      int total = counts[0][c] + counts[1][c] + counts[2][c];
      assertThat(counts[0][c]).isBetween((int) (total * 0.7) - 2, (int) (total * 0.7) + 3);
      assertThat(counts[1][c]).isBetween((int) (total * 0.15) - 2, (int) (total * 0.15) + 3);
      assertThat(counts[2][c]).isBetween((int) (total * 0.15) - 2, (int) (total * 0.15) + 3);
    }
  }

  @Property(tries = 20)
  void theSameSeedGivesTheSameSplitAndAnotherSeedAnother(@ForAll long seed) {
    Data data = Data.random(seed, 500, 4);
    assertThat(data.split(1, seed)).isEqualTo(data.split(1, seed));
    assertThat(data.split(1, seed)).isNotEqualTo(data.split(1, seed + 1));
  }

  @Property(tries = 20)
  void whatIsFixedStaysAndTheRestMakesUpForIt(@ForAll long seed) {
    Data data = Data.random(seed, 1000, 3);
    byte[] fixed = new byte[data.groups().count()];
    Arrays.fill(fixed, GroupSplitter.FREE);
    for (int group = 0; group < fixed.length / 10; group++) {
      fixed[group] = 2;
    }
    byte[] split = data.split(1, seed, fixed);
    for (int group = 0; group < fixed.length / 10; group++) {
      assertThat(split[group]).isEqualTo((byte) 2);
    }
    List<Integer> totals = new ArrayList<>();
    for (int[] counts : data.counts(split)) {
      totals.add(Arrays.stream(counts).sum());
    }
    assertThat(totals.get(0)).isBetween(690, 710);
    assertThat(totals.get(2)).isBetween(140, 160);
  }
}
