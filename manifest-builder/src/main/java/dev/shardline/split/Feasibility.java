package dev.shardline.split;

import dev.shardline.failure.UsageException;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;

/// Tells why a split cannot be made, and the smallest change that would make it possible.
final class Feasibility {
  private final List<SplitTarget> targets;
  private final AllocationProblem problem;
  private final List<String> classNames;

  /// @param targets the open splits
  Feasibility(List<SplitTarget> targets, AllocationProblem problem, List<String> classNames) {
    this.targets = List.copyOf(targets);
    this.problem = problem;
    this.classNames = List.copyOf(classNames);
  }

  /// Checks that every class has a group for every split that must have the class.
  ///
  /// @throws UsageException naming every class that has too few
  void requireEnoughGroups() {
    List<String> problems = new ArrayList<>();
    for (int c = 0; c < classNames.size(); c++) {
      int quantity = c + 1;
      List<SplitTarget> lacking = lacking(quantity);
      long groups = freeGroups(quantity);
      boolean occurs = groups > 0 || lacking.size() < targets.size();
      if (occurs && groups < lacking.size()) {
        problems.add(tooFewGroups(classNames.get(c), groups, lacking));
      }
    }
    if (!problems.isEmpty()) {
      throw new UsageException(String.join("\n", problems));
    }
  }

  /// The splits that have fewer samples of a class than they must, before any group is given out.
  private List<SplitTarget> lacking(int quantity) {
    long[] fixed = problem.fixedCounts();
    List<SplitTarget> lacking = new ArrayList<>();
    for (int split = 0; split < targets.size(); split++) {
      if (fixed[split * problem.quantities() + quantity] < targets.get(split).minimumPerClass()) {
        lacking.add(targets.get(split));
      }
    }
    return lacking;
  }

  /// How many groups that are to be given out have a sample of a class.
  private long freeGroups(int quantity) {
    long groups = 0;
    for (int type = 0; type < problem.types(); type++) {
      for (int i = problem.start(type); i < problem.start(type + 1); i++) {
        groups += problem.quantity(i) == quantity ? problem.free(type) : 0;
      }
    }
    return groups;
  }

  private static String tooFewGroups(String name, long groups, List<SplitTarget> lacking) {
    long missing = lacking.size() - groups;
    return """
    Class "%s" has samples in %s that must not be cut (subjects, copies), but %d splits must have it: %s. \
    The smallest change: %s with this class; or leave the class out; or minimum-per-class: 0 for %d of these splits\
    """
        .formatted(
            name,
            groups == 1 ? "1 group" : groups + " groups",
            lacking.size(),
            lacking.stream().map(t -> t.split().name()).collect(Collectors.joining(", ")),
            missing == 1 ? "1 more group" : missing + " more groups",
            missing);
  }

  /// Checks that the best allocation found keeps all minima and caps.
  ///
  /// @throws UsageException naming every breach and the nearest demand that can be met
  void requireNoBreach(Allocation best) {
    List<String> problems = new ArrayList<>();
    for (int split = 0; split < targets.size(); split++) {
      SplitTarget target = targets.get(split);
      for (int quantity = 0; quantity <= problem.classes(); quantity++) {
        long count = best.count(split, quantity);
        if (problem.breach(split, quantity, count) > 0) {
          problems.add(
              quantity == 0
                  ? "split %s would have %d samples, its cap is %d: raise the cap to %d"
                      .formatted(target.split(), count, target.cap(), count)
                  : "split %s would have %d samples of class \"%s\", its minimum is %d: lower minimum-per-class to %d"
                      .formatted(
                          target.split(),
                          count,
                          classNames.get(quantity - 1),
                          target.minimumPerClass(),
                          count));
        }
      }
    }
    if (!problems.isEmpty()) {
      throw new UsageException(
          "No split was found that keeps all minima and caps without cutting a group. The nearest"
              + " one becomes possible by these changes:\n"
              + "  "
              + String.join("\n  ", problems));
    }
  }
}
