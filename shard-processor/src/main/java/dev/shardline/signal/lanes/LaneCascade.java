package dev.shardline.signal.lanes;

import dev.shardline.signal.filter.SecondOrderSections;
import dev.shardline.signal.filter.SharedZeros;

/// A cascade of second-order sections over rows of float32, all arithmetic and what it remembers of
/// past rows in double.
sealed interface LaneCascade permits SectionCascade, BandCascade {
  /// Rows of a block, few enough for their doubles to stay in the nearest cache.
  int BLOCK = 48;

  /// The quickest that there is for a design.
  static LaneCascade of(SecondOrderSections design) {
    return design.count() == BandCascade.SECTIONS
        ? SharedZeros.of(design)
            .<LaneCascade>map(BandCascade::new)
            .orElseGet(() -> new SectionCascade(design))
        : new SectionCascade(design);
  }

  /// Forgets all rows.
  void rest();

  /// Remembers the first row as if it had been there for ever.
  void settle(LaneRows rows);

  /// Filters `count` rows, forward or backward.
  default void run(LaneRows from, LaneRows to, int count, boolean backward) {
    for (int done = 0; done < count; done += BLOCK) {
      int length = Math.min(BLOCK, count - done);
      int first = backward ? count - done - length : done;
      runBlock(from.from(first), to.from(first), length, backward);
    }
  }

  /// The same for at most [#BLOCK] rows.
  void runBlock(LaneRows from, LaneRows to, int count, boolean backward);
}
