package dev.shardline.split;

import java.util.Arrays;
import java.util.List;

/// What an allocation has to meet: which groups are to be given out, what every open split is due
/// of every quantity, and what is already fixed. Owns its arrays; not to be changed.
final class AllocationProblem {
  private static final double SIZE_WEIGHT = 0.1;

  private final List<SplitTarget> targets;
  private final double[] shares;
  private final int quantities;
  private final int classes;
  private final int[] free;
  private final int[] starts;
  private final int[] quantity;
  private final int[] samples;
  private final long[] fixed;
  private final long[] caps;
  private final long[] minima;
  private final long[] totals;
  private final double[] due;
  private final double[] scale;

  /// @param targets the open splits
  /// @param fixedSplit for each group the open split it is fixed to, [#FREE], or [#ELSEWHERE]
  AllocationProblem(List<SplitTarget> targets, Strata strata, GroupTypes types, byte[] fixedSplit) {
    this.targets = List.copyOf(targets);
    this.shares = SplitShares.of(targets);
    this.caps = targets.stream().mapToLong(SplitTarget::cap).toArray();
    this.minima = targets.stream().mapToLong(SplitTarget::minimumPerClass).toArray();
    this.quantities = strata.quantities();
    this.classes = strata.classes();
    this.starts = new int[types.count() + 1];
    this.free = new int[types.count()];
    this.fixed = new long[targets.size() * quantities];
    Vectors vectors = new Vectors(strata, types);
    System.arraycopy(vectors.starts, 0, starts, 0, starts.length);
    this.quantity = vectors.quantity;
    this.samples = vectors.samples;
    for (int group = 0; group < fixedSplit.length; group++) {
      count(types.of(group), fixedSplit[group]);
    }
    this.totals = totals();
    this.due = new double[fixed.length];
    this.scale = new double[fixed.length];
    for (int split = 0; split < targets.size(); split++) {
      for (int q = 0; q < quantities; q++) {
        due[split * quantities + q] = totals[q] * shares[split];
        scale[split * quantities + q] = scale(totals[q], q, shares[split]);
      }
    }
  }

  /// Marks a group that is to be given out.
  static final byte FREE = -1;

  /// Marks a group that belongs to a split that is not open.
  static final byte ELSEWHERE = -2;

  private void count(int type, byte place) {
    if (place == FREE) {
      free[type]++;
    } else if (place != ELSEWHERE) {
      for (int i = starts[type]; i < starts[type + 1]; i++) {
        fixed[place * quantities + quantity[i]] += samples[i];
      }
    }
  }

  private long[] totals() {
    long[] totals = new long[quantities];
    for (int i = 0; i < fixed.length; i++) {
      totals[i % quantities] += fixed[i];
    }
    for (int type = 0; type < free.length; type++) {
      for (int i = starts[type]; i < starts[type + 1]; i++) {
        totals[quantity[i]] += (long) free[type] * samples[i];
      }
    }
    return totals;
  }

  /// The size of a split follows from its classes and only decides between equally good ratios. A
  /// column's value or a stratum that is too rare to be in every split says nothing of balance: it
  /// would only draw rare samples into the largest split.
  private double scale(long total, int q, double share) {
    double least = Arrays.stream(shares).min().orElse(1);
    boolean tooRare = q > classes && total * least < 1;
    double weight = q == 0 ? SIZE_WEIGHT : 1;
    return total == 0 || tooRare ? 0 : weight / ((double) total * total * share);
  }

  int types() {
    return free.length;
  }

  int splits() {
    return targets.size();
  }

  int quantities() {
    return quantities;
  }

  int classes() {
    return classes;
  }

  double share(int split) {
    return shares[split];
  }

  /// How hard the groups of a type are to place: the larger a part of what a split is due of a
  /// quantity one of them is, the harder.
  double difficulty(int type) {
    double difficulty = 0;
    for (int i = starts[type]; i < starts[type + 1]; i++) {
      difficulty += (double) samples[i] * samples[i] * scale[quantity[i]];
    }
    return Math.sqrt(difficulty);
  }

  /// How many groups of the type are to be given out.
  int free(int type) {
    return free[type];
  }

  /// Where the type's quantities begin.
  int start(int type) {
    return starts[type];
  }

  int quantity(int place) {
    return quantity[place];
  }

  /// How many samples a group has of the quantity at this place.
  int samples(int place) {
    return samples[place];
  }

  /// How many samples all open splits have of a quantity.
  long total(int quantity) {
    return totals[quantity];
  }

  /// How many samples a group of the type has: the first of its quantities is all samples.
  int size(int type) {
    return samples[starts[type]];
  }

  /// Whether the type's samples are of one stratum: all of them are then in its last quantity, too.
  boolean hasOneStratum(int type) {
    return samples[starts[type + 1] - 1] == size(type);
  }

  long[] fixedCounts() {
    return fixed.clone();
  }

  /// How many samples a split is due; the place is split × quantities + quantity.
  double due(int place) {
    return due[place];
  }

  double scale(int place) {
    return scale[place];
  }

  /// By how many samples a count breaches the split's minimum (for a class) or cap (for all).
  long breach(int split, int q, long count) {
    SplitTarget target = targets.get(split);
    if (q == 0) {
      return Math.max(0, count - target.cap());
    }
    return q <= classes ? Math.max(0, target.minimumPerClass() - count) : 0;
  }

  /// By how many more samples a split breaches its minimum or cap when a count changes. Nearly
  /// always none, which is seen at once.
  long breachChange(int split, int q, long before, long after) {
    boolean within =
        q == 0
            ? Math.max(before, after) <= caps[split]
            : q > classes || Math.min(before, after) >= minima[split];
    return within ? 0 : breach(split, q, after) - breach(split, q, before);
  }

  /// Every type's samples by quantity instead of by stratum.
  private static final class Vectors {
    private final int[] starts;
    private int[] quantity;
    private int[] samples;

    Vectors(Strata strata, GroupTypes types) {
      starts = new int[types.count() + 1];
      quantity = new int[types.count() * 3];
      samples = new int[types.count() * 3];
      int[] place = new int[strata.quantities()];
      Arrays.fill(place, -1);
      for (int type = 0; type < types.count(); type++) {
        int begin = starts[type];
        int end = begin;
        for (int i = 0; i < types.strataCount(type); i++) {
          for (int q : strata.quantitiesOf(types.stratum(type, i))) {
            if (place[q] < begin) {
              reserve(end + 1);
              place[q] = end;
              quantity[end] = q;
              samples[end] = 0;
              end++;
            }
            samples[place[q]] += types.samples(type, i);
          }
        }
        starts[type + 1] = end;
      }
    }

    private void reserve(int length) {
      if (quantity.length < length) {
        quantity = Arrays.copyOf(quantity, length * 2);
        samples = Arrays.copyOf(samples, length * 2);
      }
    }
  }
}
