package dev.shardline.split;

/// A cost that no allocation falls below: that of the whole numbers of samples that are nearest to
/// what the splits are due, every quantity by itself, as if every group were a single sample. An
/// allocation that costs no more is proven to be the best.
final class LeastCost {
  private static final double GAIN = -1e-9;

  private final AllocationProblem problem;
  private final int quantity;
  private final long[] counts;

  private LeastCost(AllocationProblem problem, int quantity) {
    this.problem = problem;
    this.quantity = quantity;
    this.counts = new long[problem.splits()];
  }

  static double of(AllocationProblem problem) {
    double cost = 0;
    for (int quantity = 0; quantity < problem.quantities() && problem.splits() > 0; quantity++) {
      cost += new LeastCost(problem, quantity).cost();
    }
    return cost;
  }

  /// Rounds down, hands out what is left one by one where it costs least, and lets splits exchange
  /// single samples. Each split's cost is convex, so that where no exchange helps nothing does.
  private double cost() {
    long left = problem.total(quantity);
    for (int split = 0; split < counts.length; split++) {
      counts[split] = (long) problem.due(place(split));
      left -= counts[split];
    }
    for (; left > 0; left--) {
      counts[cheapest(1)]++;
    }
    int to = cheapest(1);
    int from = cheapest(-1);
    while (change(to, 1) + change(from, -1) < GAIN * problem.scale(place(to))) {
      counts[to]++;
      counts[from]--;
      to = cheapest(1);
      from = cheapest(-1);
    }
    double cost = 0;
    for (int split = 0; split < counts.length; split++) {
      double off = counts[split] - problem.due(place(split));
      cost += problem.scale(place(split)) * off * off;
    }
    return cost;
  }

  private int cheapest(int sign) {
    int cheapest = 0;
    for (int split = 1; split < counts.length; split++) {
      if (change(split, sign) < change(cheapest, sign)) {
        cheapest = split;
      }
    }
    return cheapest;
  }

  /// By how much the cost changes when a split has one sample more (or, by -1, fewer).
  private double change(int split, int sign) {
    double off = counts[split] - problem.due(place(split));
    return problem.scale(place(split)) * (1 + 2 * sign * off);
  }

  private int place(int split) {
    return split * problem.quantities() + quantity;
  }
}
