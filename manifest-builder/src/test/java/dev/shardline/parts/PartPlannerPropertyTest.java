package dev.shardline.parts;

import static org.assertj.core.api.Assertions.assertThat;

import dev.shardline.dataset.Split;
import dev.shardline.digest.StableHash;
import dev.shardline.split.Groups;
import dev.shardline.split.UnionFind;
import java.util.Arrays;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.function.IntUnaryOperator;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import org.junit.jupiter.api.Test;

class PartPlannerPropertyTest {
  private static long[] sizes(int samples, long seed) {
    Random random = new Random(seed);
    return random.longs(samples, 10_000, 50_000).toArray();
  }

  private static Groups pairs(int samples, int every) {
    UnionFind sets = new UnionFind(samples);
    for (int i = 1; i < samples; i += every) {
      sets.union(i - 1, i);
    }
    return sets.groups();
  }

  private static List<PlannedPart> plan(PartSpec spec, Groups units, long[] sizes, long seed) {
    long[] hashes =
        Arrays.stream(units.firstSamples()).mapToLong(s -> StableHash.of("id" + s)).toArray();
    return new PartPlanner(spec, units, sample -> sizes[sample], hashes, seed, 1, sample -> 0)
        .plan(Split.TRAIN, 0, 0);
  }

  @Property(tries = 60)
  void partsPartitionTheSamplesAndCutNoUnit(
      @ForAll @IntRange(min = 1, max = 800) int samples,
      @ForAll @IntRange(min = 1, max = 9) int instances,
      @ForAll long seed) {
    Groups units = pairs(samples, 5);
    PartSpec spec = new PartSpec(1 << 20, instances, 3, PartSpec.Balance.BYTES);
    Set<Integer> seen = new HashSet<>();
    Map<Integer, Integer> partOfUnit = new HashMap<>();
    for (PlannedPart part : plan(spec, units, sizes(samples, seed), seed)) {
      assertThat(part.size()).isPositive();
      for (int i = 0; i < part.size(); i++) {
        assertThat(seen.add(part.sample(i))).isTrue();
        Integer known = partOfUnit.putIfAbsent(units.of(part.sample(i)), part.id().number());
        assertThat(known).isIn(null, part.id().number());
      }
    }
    assertThat(seen).hasSize(samples);
  }

  @Property(tries = 40)
  void partsAreWithinFivePercentOfEachOther(
      @ForAll @IntRange(min = 400, max = 4000) int samples, @ForAll long seed) {
    long[] sizes = sizes(samples, seed);
    PartSpec spec = new PartSpec(1L << 40, 2, 2, PartSpec.Balance.BYTES);
    long[] loads =
        plan(spec, pairs(samples, 7), sizes, seed).stream()
            .mapToLong(part -> {
              long load = 0;
              for (int i = 0; i < part.size(); i++) {
                load += sizes[part.sample(i)];
              }
              return load;
            })
            .toArray();
    assertThat(loads).hasSize(4);
    double mean = Arrays.stream(loads).average().orElseThrow();
    assertThat(Arrays.stream(loads).max().orElseThrow()).isLessThan((long) (mean * 1.05));
    assertThat(Arrays.stream(loads).min().orElseThrow()).isGreaterThan((long) (mean * 0.95));
  }

  @Property(tries = 40)
  void everySampleGoesToAPartOfItsSplitUnlessItIsNotToBeDealtOut(
      @ForAll @IntRange(min = 1, max = 900) int samples, @ForAll boolean singles) {
    Groups units = singles ? Groups.ofSingles(samples) : pairs(samples, 4);
    long[] hashes = new long[units.count()];
    Arrays.setAll(hashes, unit -> StableHash.of("unit" + unit));
    IntUnaryOperator splitOf = sample -> units.of(sample) % 4 - 1;
    PartPlanner planner =
        new PartPlanner(PartSpec.DEFAULT, units, sample -> 1, hashes, 3, 3, splitOf);
    int[] found = new int[samples];
    for (int split = 0; split < 3; split++) {
      for (PlannedPart part : planner.plan(Split.TRAIN, split, 5)) {
        assertThat(part.id().number()).isGreaterThanOrEqualTo(5);
        for (int i = 0; i < part.size(); i++) {
          assertThat(splitOf.applyAsInt(part.sample(i))).isEqualTo(split);
          found[part.sample(i)]++;
        }
      }
    }
    for (int sample = 0; sample < samples; sample++) {
      assertThat(found[sample]).isEqualTo(splitOf.applyAsInt(sample) < 0 ? 0 : 1);
    }
  }

  @Test
  void partsHaveEqualNumbersOfSamplesOnRequest() {
    PartSpec spec = new PartSpec(1L << 40, 7, 1, PartSpec.Balance.SAMPLES);
    assertThat(plan(spec, Groups.ofSingles(1000), sizes(1000, 1), 3))
        .extracting(PlannedPart::size)
        .allMatch(size -> size == 142 || size == 143);
  }

  @Test
  void oneHugeUnitLeavesNoPartEmpty() {
    long[] sizes = sizes(2000, 5);
    sizes[0] = 1L << 40;
    PartSpec spec = new PartSpec(1L << 50, 10, 1, PartSpec.Balance.BYTES);
    List<PlannedPart> parts = plan(spec, Groups.ofSingles(2000), sizes, 3);
    assertThat(parts).hasSize(10).allMatch(part -> part.size() > 0);
  }
}
