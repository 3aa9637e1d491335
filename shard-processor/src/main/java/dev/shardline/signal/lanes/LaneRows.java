package dev.shardline.signal.lanes;

import dev.shardline.signal.LaneRoom;

/// Where rows of sixteen lanes lie in an array.
///
/// @param values `[row][lane]`, and perhaps others before and behind
/// @param first index of the first row
record LaneRows(float[] values, int first) {
  /// Rows that begin with the array.
  static LaneRows of(float[] values) {
    return new LaneRows(values, 0);
  }

  /// Those of a room, as it lies now.
  static LaneRows of(LaneRoom room) {
    return new LaneRows(room.values(), room.first());
  }

  /// The rows from row `row` on.
  LaneRows from(int row) {
    return new LaneRows(values, at(row));
  }

  /// The index of a row.
  int at(int row) {
    return first + row * Lanes.COUNT;
  }
}
