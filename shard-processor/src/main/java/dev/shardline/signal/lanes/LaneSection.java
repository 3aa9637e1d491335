package dev.shardline.signal.lanes;

/// One second-order section over a block of rows of doubles, in place: direct form II transposed
/// with fused multiply-adds.
sealed interface LaneSection permits GeneralSection, UnitSection {
  /// @param row b0 b1 b2 1 a1 a2 at `at`
  static LaneSection of(double[] row, int at) {
    return row[at] == 1 && row[at + 2] == 1
        ? new UnitSection(row, at)
        : new GeneralSection(row, at);
  }

  /// Runs `count` rows from index `start` on, `step` values apart: forward or backward.
  ///
  /// @param state two rows of sixteen from `stateAt` on, kept between calls
  void run(double[] block, int start, int count, int step, double[] state, int stateAt);
}
