package dev.shardline.split;

/// All sets of a split's smallest groups of one stratum, by their samples. A set is a number, its
/// samples above the bits of its groups, so that the order of the numbers is that of the samples.
/// Not to be changed.
final class GroupSets {
  /// The sets of so many groups in either of two splits make 65,536 differences: nearly always
  /// every one that is wanted.
  private static final int MOST_GROUPS = 8;

  private static final int MOST_ALIKE = 2;
  private static final long[] EMPTY_SET = {0};

  private final AllocationProblem problem;
  private final int[] groups = new int[MOST_GROUPS];
  private int groupCount;
  private long[] sets = EMPTY_SET;

  private GroupSets(AllocationProblem problem) {
    this.problem = problem;
  }

  /// @param types those whose groups have samples of the stratum only, the smallest first
  static GroupSets of(AllocationProblem problem, Allocation allocation, int[] types, int split) {
    GroupSets result = new GroupSets(problem);
    for (int type : types) {
      for (int i = Math.min(MOST_ALIKE, allocation.taken(type, split)); i > 0; i--) {
        result.add(type);
      }
    }
    return result;
  }

  /// Merges the sets without the group and the same with it, both in order.
  private void add(int type) {
    if (groupCount == MOST_GROUPS) {
      return;
    }
    long group = (long) problem.size(type) << Integer.SIZE | 1L << groupCount;
    groups[groupCount++] = type;
    long[] merged = new long[2 * sets.length];
    int without = 0;
    int with = 0;
    for (int i = 0; i < merged.length; i++) {
      merged[i] =
          without < sets.length && sets[without] < sets[with] + group
              ? sets[without++]
              : sets[with++] + group;
    }
    sets = merged;
  }

  /// How many sets there are.
  int count() {
    return sets.length;
  }

  /// How many samples the groups of a set have, rising.
  long samples(int set) {
    return sets[set] >>> Integer.SIZE;
  }

  /// Moves the groups of a set.
  ///
  /// @return by how much that changes the cost
  double move(Allocation allocation, int set, int from, int to) {
    double change = 0;
    for (int left = (int) sets[set]; left != 0; left &= left - 1) {
      int type = groups[Integer.numberOfTrailingZeros(left)];
      change += allocation.change(type, from, to);
      allocation.move(type, from, to);
    }
    return change;
  }
}
