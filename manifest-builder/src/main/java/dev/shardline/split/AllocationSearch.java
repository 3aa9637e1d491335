package dev.shardline.split;

import dev.shardline.digest.StableHash;
import java.util.Arrays;
import java.util.Comparator;
import java.util.stream.IntStream;

/// Looks for the allocation that costs least: every type's groups are shared out by quota, what the
/// quotas leave is placed, and groups are moved, evened out by strata and exchanged as long as that
/// lowers the cost. Repeated from several placements, in turn one that gives each group to the
/// split where it costs least, the hardest first, and a random one; the best is kept. One that is
/// proven to be best ends the search; once a fair amount of work is done, one that is nowhere off
/// by a whole sample (or one in five thousand) is good enough. Work is counted, not timed, so that
/// the result is the same on every machine.
final class AllocationSearch {
  private static final long WORK = 12_000_000;
  private static final long FAIR_WORK = 500_000;
  private static final int MOST_STARTS = 24;
  private static final int MOST_PARTNERS = 192;
  private static final double GAIN = -1e-12;
  private static final double PERFECT = 1e-12;

  private final AllocationProblem problem;
  private final StableHash random;
  private final int splits;
  private final double leastCost;
  private final StratumExchanges exchanges;
  private long draws;
  private long work;

  AllocationSearch(AllocationProblem problem, long seed) {
    this.problem = problem;
    this.random = StableHash.keyed(seed, "allocation");
    this.splits = problem.splits();
    this.leastCost = LeastCost.of(problem);
    this.exchanges = new StratumExchanges(problem, GAIN);
  }

  /// The best allocation found.
  Allocation best() {
    Allocation quotas = quotas();
    Allocation best = null;
    double bestCost = Double.POSITIVE_INFINITY;
    for (int start = 0; start < MOST_STARTS && (start == 0 || work < WORK); start++) {
      Allocation candidate = quotas.copy();
      if (start % 2 == 0) {
        placeGreedily(candidate);
      } else {
        placeAtRandom(candidate);
      }
      descend(candidate);
      double cost = candidate.cost();
      if (best == null || cost < bestCost) {
        best = candidate;
        bestCost = cost;
      }
      if (isLeast(bestCost) || isEnough(best)) {
        break;
      }
    }
    return best == null ? quotas : best;
  }

  /// Every type's groups shared out by the splits' shares, rounded down.
  private Allocation quotas() {
    Allocation allocation = new Allocation(problem);
    for (int type = 0; type < problem.types(); type++) {
      for (int split = 0; split < splits && problem.free(type) > 1; split++) {
        allocation.add(type, split, (int) (problem.free(type) * problem.share(split)));
      }
    }
    return allocation;
  }

  private boolean isLeast(double cost) {
    return cost < leastCost + PERFECT;
  }

  private boolean isEnough(Allocation allocation) {
    return work > FAIR_WORK && allocation.isAsDue();
  }

  private void placeAtRandom(Allocation allocation) {
    for (int type = 0; type < problem.types(); type++) {
      int left = left(allocation, type);
      for (int i = 0; i < left; i++) {
        allocation.add(type, randomSplit(), 1);
      }
      work += left;
    }
  }

  private void placeGreedily(Allocation allocation) {
    for (int type : hardestFirst(allocation)) {
      int left = left(allocation, type);
      for (int i = 0; i < left; i++) {
        allocation.add(type, cheapestSplit(allocation, type), 1);
      }
    }
  }

  /// The types that have groups to place, the hardest first, but for chance: each start has another
  /// order.
  private int[] hardestFirst(Allocation allocation) {
    int[] types =
        IntStream.range(0, problem.types()).filter(type -> left(allocation, type) > 0).toArray();
    double[] difficulty = new double[problem.types()];
    for (int type : types) {
      difficulty[type] = problem.difficulty(type) * (1 + nextFraction());
    }
    return Arrays.stream(types)
        .boxed()
        .sorted(Comparator.comparingDouble(type -> -difficulty[type]))
        .mapToInt(Integer::intValue)
        .toArray();
  }

  private int cheapestSplit(Allocation allocation, int type) {
    work += problem.start(type + 1) - problem.start(type);
    int best = 0;
    double bestChange = Double.POSITIVE_INFINITY;
    for (int split = 0; split < splits; split++) {
      double change = allocation.addition(type, split);
      if (change < bestChange) {
        bestChange = change;
        best = split;
      }
    }
    return best;
  }

  /// How many groups of a type are in no split yet.
  private int left(Allocation allocation, int type) {
    int left = problem.free(type);
    for (int split = 0; split < splits; split++) {
      left -= allocation.taken(type, split);
    }
    return left;
  }

  private int randomSplit() {
    double point = nextFraction();
    for (int split = 0; split < splits - 1; split++) {
      point -= problem.share(split);
      if (point < 0) {
        return split;
      }
    }
    return splits - 1;
  }

  private double nextFraction() {
    return (nextRandom() >>> 11) * 0x1.0p-53;
  }

  private long nextRandom() {
    return random.value(draws++);
  }

  private void descend(Allocation allocation) {
    long limit = work + WORK / 3;
    do {
      boolean moved = true;
      while (moved && work < limit) {
        moved = moveAll(allocation);
      }
    } while (work < limit
        && !isLeast(allocation.cost())
        && !isEnough(allocation)
        && (evenOut(allocation) || exchangeAll(allocation, limit)));
  }

  private boolean evenOut(Allocation allocation) {
    long before = exchanges.work();
    boolean evened = exchanges.improve(allocation);
    work += exchanges.work() - before;
    return evened;
  }

  /// Tries to move a group of every type.
  private boolean moveAll(Allocation allocation) {
    boolean moved = false;
    int types = problem.types();
    int first = (int) Long.remainderUnsigned(nextRandom(), types);
    for (int i = 0; i < types; i++) {
      moved |= moveType(allocation, first + i < types ? first + i : first + i - types);
    }
    return moved;
  }

  private boolean moveType(Allocation allocation, int type) {
    boolean moved = false;
    for (int from = 0; from < splits; from++) {
      while (allocation.taken(type, from) > 0) {
        int to = bestTarget(allocation, type, from);
        if (to < 0) {
          break;
        }
        allocation.move(type, from, to);
        moved = true;
      }
    }
    return moved;
  }

  /// Where a group of the type had better be; negative if it is well where it is.
  private int bestTarget(Allocation allocation, int type, int from) {
    int best = -1;
    double bestChange = GAIN;
    for (int to = 0; to < splits; to++) {
      if (to != from) {
        double change = change(allocation, type, from, to);
        if (change < bestChange) {
          bestChange = change;
          best = to;
        }
      }
    }
    return best;
  }

  /// Tries to exchange groups of any two types between any two splits.
  private boolean exchangeAll(Allocation allocation, long limit) {
    int types = problem.types();
    int first = (int) Long.remainderUnsigned(nextRandom(), types);
    for (int i = 0; i < types && work < limit; i++) {
      int type = first + i < types ? first + i : first + i - types;
      for (int from = 0; from < splits; from++) {
        for (int to = 0; to < splits; to++) {
          if (from != to
              && allocation.taken(type, from) > 0
              && exchange(allocation, type, from, to)) {
            return true;
          }
        }
      }
    }
    return false;
  }

  /// Moves a group and looks for one to move back; leaves all as it was if none makes it
  /// worthwhile.
  private boolean exchange(Allocation allocation, int type, int from, int to) {
    double there = change(allocation, type, from, to);
    allocation.move(type, from, to);
    int partner = bestPartner(allocation, type, to, from, GAIN - there);
    if (partner < 0) {
      allocation.move(type, to, from);
      return false;
    }
    allocation.move(partner, to, from);
    return true;
  }

  private int bestPartner(Allocation allocation, int type, int from, int to, double limit) {
    int types = problem.types();
    int tries = Math.min(types, MOST_PARTNERS);
    int first = types > MOST_PARTNERS ? (int) Long.remainderUnsigned(nextRandom(), types) : 0;
    int best = -1;
    double bestChange = limit;
    for (int i = 0; i < tries; i++) {
      int other = first + i < types ? first + i : first + i - types;
      if (other != type && allocation.taken(other, from) > 0) {
        double back = change(allocation, other, from, to);
        if (back < bestChange) {
          bestChange = back;
          best = other;
        }
      }
    }
    return best;
  }

  private double change(Allocation allocation, int type, int from, int to) {
    work += problem.start(type + 1) - problem.start(type);
    return allocation.change(type, from, to);
  }
}
