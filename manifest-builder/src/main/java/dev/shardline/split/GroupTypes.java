package dev.shardline.split;

import dev.shardline.column.CodeColumn;
import java.util.Arrays;

/// Groups that are alike: two groups are of one type if they have equally many samples of every
/// stratum. A split need only decide how many groups of a type it takes; which ones is left to a
/// hash. Its arrays are not to be changed; that of single samples' types is the strata's.
final class GroupTypes {
  private final CodeColumn typeOf;
  private final int[] starts;
  private final int[] strata;
  private final int[] counts;

  /// @param typeOf the type of each group
  /// @param starts where each type's strata begin, and an end behind the last
  /// @param strata the strata of each type, rising
  /// @param counts how many samples of the stratum a group of the type has
  private GroupTypes(CodeColumn typeOf, int[] starts, int[] strata, int[] counts) {
    this.typeOf = typeOf;
    this.starts = starts;
    this.strata = strata;
    this.counts = counts;
  }

  static GroupTypes of(Groups groups, Strata strata) {
    return groups.areSingles() ? ofSingles(strata) : new Collector(groups, strata).collect();
  }

  private static GroupTypes ofSingles(Strata strata) {
    int[] starts = new int[strata.count() + 1];
    Arrays.setAll(starts, type -> type);
    int[] own = new int[strata.count()];
    Arrays.setAll(own, type -> type);
    int[] ones = new int[strata.count()];
    Arrays.fill(ones, 1);
    return new GroupTypes(strata.codes(), starts, own, ones);
  }

  /// How many types there are.
  int count() {
    return starts.length - 1;
  }

  int of(int group) {
    return typeOf.at(group);
  }

  int groups() {
    return typeOf.size();
  }

  /// How many different strata a group of the type has.
  int strataCount(int type) {
    return starts[type + 1] - starts[type];
  }

  int stratum(int type, int index) {
    return strata[starts[type] + index];
  }

  /// How many samples of its `index`-th stratum a group of the type has.
  int samples(int type, int index) {
    return counts[starts[type] + index];
  }

  /// Sorts every group's samples by stratum, counts them, and numbers the different results.
  private static final class Collector {
    private final Groups groups;
    private final Strata strata;
    private final int[] memberStarts;
    private final int[] memberStrata;
    private int[] starts = new int[16];
    private int[] typeStrata = new int[16];
    private int[] typeCounts = new int[16];
    private int types;
    private int[] slots = new int[64];
    private int[] pairs = new int[16];
    private int pairCount;

    Collector(Groups groups, Strata strata) {
      this.groups = groups;
      this.strata = strata;
      this.memberStarts = memberStarts();
      this.memberStrata = memberStrata();
      Arrays.fill(slots, -1);
    }

    private int[] memberStarts() {
      int[] result = new int[groups.count() + 1];
      for (int sample = 0; sample < groups.samples(); sample++) {
        result[groups.of(sample) + 1]++;
      }
      for (int group = 0; group < groups.count(); group++) {
        result[group + 1] += result[group];
      }
      return result;
    }

    private int[] memberStrata() {
      int[] next = memberStarts.clone();
      int[] result = new int[groups.samples()];
      for (int sample = 0; sample < result.length; sample++) {
        result[next[groups.of(sample)]++] = strata.of(sample);
      }
      return result;
    }

    GroupTypes collect() {
      int[] typeOf = new int[groups.count()];
      for (int group = 0; group < typeOf.length; group++) {
        countStrata(memberStarts[group], memberStarts[group + 1]);
        typeOf[group] = number();
      }
      return new GroupTypes(
          CodeColumn.of(typeOf),
          Arrays.copyOf(starts, types + 1),
          Arrays.copyOf(typeStrata, starts[types]),
          Arrays.copyOf(typeCounts, starts[types]));
    }

    /// Leaves the group's strata and their counts in `pairs`.
    private void countStrata(int from, int to) {
      if (to - from > 1) {
        Arrays.sort(memberStrata, from, to);
      }
      pairCount = 0;
      int start = from;
      for (int i = from + 1; i <= to; i++) {
        if (i == to || memberStrata[i] != memberStrata[start]) {
          if (pairs.length < 2 * pairCount + 2) {
            pairs = Arrays.copyOf(pairs, pairs.length * 2);
          }
          pairs[2 * pairCount] = memberStrata[start];
          pairs[2 * pairCount + 1] = i - start;
          pairCount++;
          start = i;
        }
      }
    }

    /// The number of the type that `pairs` describes.
    private int number() {
      int slot = hash() & slots.length - 1;
      while (slots[slot] >= 0 && !isType(slots[slot])) {
        slot = slot + 1 & slots.length - 1;
      }
      if (slots[slot] < 0) {
        slots[slot] = add();
        if (types * 2 > slots.length) {
          rehash();
        }
        return types - 1;
      }
      return slots[slot];
    }

    private int hash() {
      int hash = 1;
      for (int i = 0; i < 2 * pairCount; i++) {
        hash = hash * 0x9E3779B1 + pairs[i];
      }
      return hash ^ hash >>> 15;
    }

    private boolean isType(int type) {
      if (starts[type + 1] - starts[type] != pairCount) {
        return false;
      }
      for (int i = 0; i < pairCount; i++) {
        int place = starts[type] + i;
        if (typeStrata[place] != pairs[2 * i] || typeCounts[place] != pairs[2 * i + 1]) {
          return false;
        }
      }
      return true;
    }

    private int add() {
      int place = starts[types];
      if (typeStrata.length < place + pairCount) {
        int length = Math.max(typeStrata.length * 2, place + pairCount);
        typeStrata = Arrays.copyOf(typeStrata, length);
        typeCounts = Arrays.copyOf(typeCounts, length);
      }
      for (int i = 0; i < pairCount; i++) {
        typeStrata[place + i] = pairs[2 * i];
        typeCounts[place + i] = pairs[2 * i + 1];
      }
      if (starts.length == types + 1) {
        starts = Arrays.copyOf(starts, starts.length * 2);
      }
      starts[++types] = place + pairCount;
      return types - 1;
    }

    private void rehash() {
      slots = new int[slots.length * 2];
      Arrays.fill(slots, -1);
      for (int type = 0; type < types; type++) {
        int slot = hashOf(type) & slots.length - 1;
        while (slots[slot] >= 0) {
          slot = slot + 1 & slots.length - 1;
        }
        slots[slot] = type;
      }
    }

    private int hashOf(int type) {
      int hash = 1;
      for (int i = starts[type]; i < starts[type + 1]; i++) {
        hash = (hash * 0x9E3779B1 + typeStrata[i]) * 0x9E3779B1 + typeCounts[i];
      }
      return hash ^ hash >>> 15;
    }
  }
}
