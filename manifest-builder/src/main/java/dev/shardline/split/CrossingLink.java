package dev.shardline.split;

import dev.shardline.failure.UsageException;
import java.util.Arrays;
import java.util.List;

/// Finds the link that would join samples fixed to different splits, by uniting them again one
/// after the other.
final class CrossingLink {
  private static final int NONE = -1;

  private final List<Bond> bonds;
  private final FixedSplits fixed;
  private final UnionFind sets;

  /// For each set's representative, a sample of the set that is fixed.
  private final int[] anchors;

  CrossingLink(List<Bond> bonds, FixedSplits fixed) {
    this.bonds = bonds;
    this.fixed = fixed;
    this.sets = new UnionFind(fixed.samples());
    this.anchors = new int[fixed.samples()];
    Arrays.setAll(anchors, sample -> fixed.of(sample) == FixedSplits.FREE ? NONE : sample);
  }

  /// The failure that names the first such link.
  UsageException failure() {
    for (Bond bond : bonds) {
      int[] first = new int[bond.codeCount()];
      Arrays.fill(first, NONE);
      for (int sample = 0; sample < bond.codes().size(); sample++) {
        int code = bond.codes().at(sample);
        if (code < 0) {
          continue;
        }
        if (first[code] == NONE) {
          first[code] = sample;
        } else if (!join(first[code], sample)) {
          return failure(bond.meaning(code), first[code], sample);
        }
      }
    }
    throw new IllegalStateException("No link crosses splits");
  }

  private boolean join(int first, int second) {
    int a = anchors[sets.find(first)];
    int b = anchors[sets.find(second)];
    if (a != NONE && b != NONE && fixed.of(a) != fixed.of(b)) {
      return false;
    }
    sets.union(first, second);
    anchors[sets.find(first)] = a == NONE ? b : a;
    return true;
  }

  private UsageException failure(String meaning, int first, int second) {
    return new UsageException(
        """
        "%s" and "%s" %s and so must be in one split, but %s; and %s. \
        Exclude one of them (dataset.exclude), or mend what links them\
        """
            .formatted(fixed.id(first), fixed.id(second), meaning, place(first), place(second)));
  }

  private String place(int sample) {
    int anchor = fixed.of(sample) == FixedSplits.FREE ? anchors[sets.find(sample)] : sample;
    String belongs =
        anchor == sample
            ? "\"%s\"".formatted(fixed.id(sample))
            : "\"%s\", linked with \"%s\",".formatted(fixed.id(sample), fixed.id(anchor));
    return "%s must be in %s, because it %s"
        .formatted(belongs, fixed.splitName(anchor), fixed.reason(anchor));
  }
}
