package dev.shardline.parts;

import dev.shardline.split.Groups;
import java.util.function.IntUnaryOperator;

/// Which samples of each unit are to be dealt out, in the order of their ids, and to which split.
/// Owns its arrays; not to be changed.
final class UnitMembers {
  private final Groups units;
  private final IntUnaryOperator splitOf;

  /// Where each unit's samples begin, and an end behind the last; empty where every unit is one
  /// sample.
  private final int[] starts;

  private final int[] samples;

  /// @param splitOf the split of each sample, negative for one that is not dealt out
  UnitMembers(Groups units, IntUnaryOperator splitOf) {
    this.units = units;
    this.splitOf = splitOf;
    this.starts = new int[units.areSingles() ? 0 : units.count() + 1];
    this.samples = units.areSingles() ? starts : gather();
  }

  private int[] gather() {
    for (int sample = 0; sample < units.samples(); sample++) {
      starts[units.of(sample) + 1] += isDealt(sample) ? 1 : 0;
    }
    for (int unit = 0; unit < units.count(); unit++) {
      starts[unit + 1] += starts[unit];
    }
    int[] next = starts.clone();
    int[] gathered = new int[starts[units.count()]];
    for (int sample = 0; sample < units.samples(); sample++) {
      if (isDealt(sample)) {
        gathered[next[units.of(sample)]++] = sample;
      }
    }
    return gathered;
  }

  private boolean isDealt(int sample) {
    return splitOf.applyAsInt(sample) >= 0;
  }

  /// The split of a unit, negative if none of its samples is dealt out.
  int split(int unit) {
    if (starts.length == 0) {
      return splitOf.applyAsInt(unit);
    }
    return count(unit) == 0 ? -1 : splitOf.applyAsInt(samples[starts[unit]]);
  }

  /// How many samples of a unit are dealt out, if any is.
  int count(int unit) {
    return starts.length == 0 ? 1 : starts[unit + 1] - starts[unit];
  }

  /// The `index`-th of them.
  int sample(int unit, int index) {
    return starts.length == 0 ? unit : samples[starts[unit] + index];
  }
}
