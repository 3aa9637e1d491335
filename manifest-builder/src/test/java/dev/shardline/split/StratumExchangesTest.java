package dev.shardline.split;

import static org.assertj.core.api.Assertions.assertThat;

import dev.shardline.column.CodeColumn;
import dev.shardline.dataset.Split;
import java.math.BigDecimal;
import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class StratumExchangesTest {
  private static final double GAIN = -1e-12;

  /// Groups of one class, of these sizes, for two splits with equal shares.
  private static AllocationProblem problem(long cap, int... sizes) {
    int[] groupOf =
        IntStream.range(0, sizes.length)
            .flatMap(group -> IntStream.range(0, sizes[group]).map(_ -> group))
            .toArray();
    Strata strata =
        Strata.of(new Strata.Column(CodeColumn.of(new int[groupOf.length]), 1), List.of());
    byte[] fixed = new byte[sizes.length];
    Arrays.fill(fixed, GroupSplitter.FREE);
    BigDecimal half = new BigDecimal("0.5");
    List<SplitTarget> targets =
        List.of(
            new SplitTarget(new Split("a"), half, 0, SplitTarget.NO_CAP),
            new SplitTarget(new Split("b"), half, 0, cap));
    return new AllocationProblem(
        targets, strata, GroupTypes.of(Groups.of(groupOf, sizes.length), strata), fixed);
  }

  private static Allocation allocation(AllocationProblem problem, int... splits) {
    Allocation allocation = new Allocation(problem);
    for (int type = 0; type < splits.length; type++) {
      allocation.add(type, splits[type], 1);
    }
    return allocation;
  }

  @Test
  void exchangesSeveralGroupsWhereNoSingleOneHelps() {
    AllocationProblem problem = problem(SplitTarget.NO_CAP, 50, 21, 20, 43, 40, 12);
    Allocation allocation = allocation(problem, 0, 0, 0, 1, 1, 1);
    assertThat(new StratumExchanges(problem, GAIN).improve(allocation)).isTrue();
    assertThat(allocation.count(0, 0)).isEqualTo(93);
    assertThat(allocation.count(1, 0)).isEqualTo(93);
  }

  @Test
  void leavesWhatIsEvenAndWhatACapForbids() {
    AllocationProblem even = problem(SplitTarget.NO_CAP, 3, 6, 4, 5);
    assertThat(new StratumExchanges(even, GAIN).improve(allocation(even, 0, 0, 1, 1))).isFalse();
    AllocationProblem capped = problem(8, 7, 4, 5, 3);
    Allocation allocation = allocation(capped, 0, 0, 1, 1);
    assertThat(new StratumExchanges(capped, GAIN).improve(allocation)).isFalse();
    assertThat(allocation.count(1, 0)).isEqualTo(8);
  }
}
