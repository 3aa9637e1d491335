package dev.shardline.split;

import java.util.Comparator;
import java.util.List;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/// Evens out what two splits have of one stratum by exchanging a few groups for a few, of those
/// that have samples of no other. These differ in nothing but one number, so that the best exchange
/// is found by sorting instead of by trying: how many samples had better change sides follows from
/// the counts. For one thread.
final class StratumExchanges {
  private static final double HALF = 0.5;

  private final AllocationProblem problem;
  private final double gain;
  private final List<int[]> strata;
  private long work;

  /// @param gain what a change of cost has to fall below to be worth an exchange
  StratumExchanges(AllocationProblem problem, double gain) {
    this.problem = problem;
    this.gain = gain;
    this.strata =
        IntStream.range(0, problem.types())
            .filter(type -> problem.free(type) > 0 && problem.hasOneStratum(type))
            .boxed()
            .sorted(Comparator.comparingInt(problem::size))
            .collect(Collectors.groupingBy(this::stratum, TreeMap::new, Collectors.toList()))
            .values()
            .stream()
            .map(types -> types.stream().mapToInt(Integer::intValue).toArray())
            .toList();
  }

  /// A stratum's own quantity is the last that its samples count for.
  private int stratum(int type) {
    return problem.quantity(problem.start(type + 1) - 1);
  }

  /// How many sets were looked at so far.
  long work() {
    return work;
  }

  /// Makes the best exchange of every stratum between every two splits.
  ///
  /// @return whether any lowers the cost
  boolean improve(Allocation allocation) {
    boolean improved = false;
    for (int[] types : strata) {
      improved |= improve(allocation, types);
    }
    return improved;
  }

  private boolean improve(Allocation allocation, int[] types) {
    boolean improved = false;
    @Nullable GroupSets[] sets = new GroupSets[problem.splits()];
    for (int one = 0; one < sets.length; one++) {
      for (int other = one + 1; other < sets.length; other++) {
        double surplus = surplus(allocation, types[0], one, other);
        if (Math.abs(surplus) <= HALF) {
          continue;
        }
        GroupSets here = sets(sets, one, allocation, types);
        GroupSets there = sets(sets, other, allocation, types);
        if (exchange(allocation, surplus, here, one, there, other)) {
          improved = true;
          sets[one] = null;
          sets[other] = null;
        }
      }
    }
    return improved;
  }

  private GroupSets sets(
      @Nullable GroupSets[] known, int split, Allocation allocation, int[] types) {
    GroupSets sets = known[split];
    if (sets == null) {
      sets = GroupSets.of(problem, allocation, types, split);
      known[split] = sets;
    }
    return sets;
  }

  /// How many samples of the type's stratum should go from one split to the other.
  private double surplus(Allocation allocation, int type, int one, int other) {
    double slope = 0;
    double curvature = 0;
    for (int i = problem.start(type); i < problem.start(type + 1); i++) {
      int quantity = problem.quantity(i);
      int here = one * problem.quantities() + quantity;
      int there = other * problem.quantities() + quantity;
      slope += problem.scale(here) * (allocation.count(one, quantity) - problem.due(here));
      slope -= problem.scale(there) * (allocation.count(other, quantity) - problem.due(there));
      curvature += problem.scale(here) + problem.scale(there);
    }
    return curvature == 0 ? 0 : slope / curvature;
  }

  /// Exchanges the two sets whose difference is nearest to the surplus, and takes that back if it
  /// costs more than it gains: it may breach a minimum or a cap.
  private boolean exchange(
      Allocation allocation, double surplus, GroupSets here, int one, GroupSets there, int other) {
    work += here.count() + there.count();
    int going = 0;
    int coming = 0;
    double nearest = Math.abs(surplus);
    int j = 0;
    for (int i = 0; i < here.count(); i++) {
      double wanted = here.samples(i) - surplus;
      while (j + 1 < there.count() && there.samples(j + 1) <= wanted) {
        j++;
      }
      for (int k = j; k < Math.min(j + 2, there.count()); k++) {
        double off = Math.abs(there.samples(k) - wanted);
        if (off < nearest) {
          nearest = off;
          going = i;
          coming = k;
        }
      }
    }
    double change =
        here.move(allocation, going, one, other) + there.move(allocation, coming, other, one);
    if (change < gain) {
      return true;
    }
    here.move(allocation, going, other, one);
    there.move(allocation, coming, one, other);
    return false;
  }
}
