package dev.shardline.split;

/// How many groups of each type each open split takes, and how far that is from what was asked. The
/// cost of an allocation is, over all quantities and splits, the squared difference of the split's
/// count from its due, relative to the quantity's total and the split's share; breaches of minima
/// and caps cost more than any difference. Sums run in a fixed order: the same numbers on every
/// machine. For one thread.
final class Allocation {
  private static final double BREACH = 1e6;
  private static final double NEGLIGIBLE = 1.0 / 5000;

  private final AllocationProblem problem;
  private final int splits;
  private final int[] taken;
  private final long[] counts;

  /// Nothing but what is fixed.
  Allocation(AllocationProblem problem) {
    this(problem, new int[problem.types() * problem.splits()], problem.fixedCounts());
  }

  private Allocation(AllocationProblem problem, int[] taken, long[] counts) {
    this.problem = problem;
    this.splits = problem.splits();
    this.taken = taken;
    this.counts = counts;
  }

  Allocation copy() {
    return new Allocation(problem, taken.clone(), counts.clone());
  }

  /// How many groups of a type a split takes.
  int taken(int type, int split) {
    return taken[type * splits + split];
  }

  /// How many samples of a quantity a split has.
  long count(int split, int quantity) {
    return counts[split * problem.quantities() + quantity];
  }

  /// Gives a split so many more groups of a type.
  void add(int type, int split, int groups) {
    taken[type * splits + split] += groups;
    int base = split * problem.quantities();
    for (int i = problem.start(type); i < problem.start(type + 1); i++) {
      counts[base + problem.quantity(i)] += (long) groups * problem.samples(i);
    }
  }

  /// Moves one group of a type from one split to another.
  void move(int type, int from, int to) {
    add(type, from, -1);
    add(type, to, 1);
  }

  /// By how much the cost changes when one group of a type moves.
  double change(int type, int from, int to) {
    return shift(type, from, -1) + shift(type, to, 1);
  }

  /// By how much the cost changes when a split is given one more group of a type.
  double addition(int type, int split) {
    return shift(type, split, 1);
  }

  /// @param sign 1 for a group that comes, -1 for one that goes
  private double shift(int type, int split, int sign) {
    double change = 0;
    int base = split * problem.quantities();
    for (int i = problem.start(type); i < problem.start(type + 1); i++) {
      int quantity = problem.quantity(i);
      long samples = (long) sign * problem.samples(i);
      long count = counts[base + quantity];
      change +=
          samples
              * problem.scale(base + quantity)
              * (samples + 2 * (count - problem.due(base + quantity)));
      change += BREACH * problem.breachChange(split, quantity, count, count + samples);
    }
    return change;
  }

  /// The cost of this allocation.
  double cost() {
    double cost = 0;
    for (int split = 0; split < splits; split++) {
      for (int quantity = 0; quantity < problem.quantities(); quantity++) {
        int place = split * problem.quantities() + quantity;
        double difference = counts[place] - problem.due(place);
        cost += problem.scale(place) * difference * difference;
        cost += BREACH * problem.breach(split, quantity, counts[place]);
      }
    }
    return cost;
  }

  /// Whether every split has what it is due of every quantity, to less than one sample or one in
  /// five thousand, and nothing is breached.
  boolean isAsDue() {
    for (int split = 0; split < splits; split++) {
      for (int quantity = 0; quantity < problem.quantities(); quantity++) {
        int place = split * problem.quantities() + quantity;
        boolean counted = problem.scale(place) > 0;
        double off = Math.abs(counts[place] - problem.due(place));
        if (counted && off >= Math.max(1, problem.due(place) * NEGLIGIBLE)
            || problem.breach(split, quantity, counts[place]) > 0) {
          return false;
        }
      }
    }
    return true;
  }
}
