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

  /// Remembers a row as if it had been there for ever.
  void settle(float[] values, int row);

  /// Filters `count` rows from row `start` of `from` into `to`, from row `at` on, forward or
  /// backward.
  default void run(float[] from, int start, float[] to, int at, int count, boolean backward) {
    for (int done = 0; done < count; done += BLOCK) {
      int length = Math.min(BLOCK, count - done);
      int first = backward ? count - done - length : done;
      runBlock(from, start + first, to, at + first, length, backward);
    }
  }

  /// The same for at most [#BLOCK] rows.
  void runBlock(float[] from, int start, float[] to, int at, int count, boolean backward);
}
