package dev.shardline.split;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import dev.shardline.column.CodeColumn;
import dev.shardline.dataset.Split;
import java.math.BigDecimal;
import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;

class LeastCostPropertyTest {
  private static SplitTarget target(String name, int percent) {
    return new SplitTarget(new Split(name), BigDecimal.valueOf(percent, 2), 0, SplitTarget.NO_CAP);
  }

  private static AllocationProblem singles(List<SplitTarget> targets, int samples) {
    Strata strata = Strata.of(new Strata.Column(CodeColumn.of(new int[samples]), 1), List.of());
    byte[] fixed = new byte[samples];
    Arrays.fill(fixed, GroupSplitter.FREE);
    return new AllocationProblem(
        targets, strata, GroupTypes.of(Groups.ofSingles(samples), strata), fixed);
  }

  private static double cost(AllocationProblem problem, int... counts) {
    Allocation allocation = new Allocation(problem);
    for (int split = 0; split < counts.length; split++) {
      allocation.add(0, split, counts[split]);
    }
    return allocation.cost();
  }

  @Property(tries = 200)
  void isThatOfTheBestAllocationOfSingleSamples(
      @ForAll @IntRange(min = 1, max = 24) int samples,
      @ForAll @IntRange(min = 1, max = 40) int first,
      @ForAll @IntRange(min = 1, max = 40) int second) {
    AllocationProblem problem =
        singles(
            List.of(target("a", first), target("b", second), target("c", 100 - first - second)),
            samples);
    double best =
        IntStream.rangeClosed(0, samples)
            .boxed()
            .flatMap(a -> IntStream.rangeClosed(0, samples - a).mapToObj(b -> new int[] {a, b}))
            .mapToDouble(ab -> cost(problem, ab[0], ab[1], samples - ab[0] - ab[1]))
            .min()
            .orElseThrow();
    assertThat(LeastCost.of(problem)).isCloseTo(best, within(1e-9));
  }
}
