package dev.shardline.volume.mask;

import java.util.Arrays;

/// Where the runs of one plane of a mask begin and end, row by row. For one thread.
final class PlaneRuns {
  /// Index of each row's first run; one more entry for the end.
  private final int[] rows;

  private int[] starts = new int[1024];
  private int[] ends = new int[1024];
  private int count;
  private int firstNumber;

  /// A plane without runs.
  PlaneRuns(int rows) {
    this.rows = new int[rows + 1];
  }

  /// Forgets all runs.
  ///
  /// @param number that the next run has among those of all planes
  void begin(int number) {
    firstNumber = number;
    count = 0;
    Arrays.fill(rows, 0);
  }

  /// Adds a run to the row that has not ended yet.
  void add(int start, int end) {
    if (count == starts.length) {
      starts = Arrays.copyOf(starts, count * 2);
      ends = Arrays.copyOf(ends, count * 2);
    }
    starts[count] = start;
    ends[count] = end;
    count++;
  }

  void endRow(int y) {
    rows[y + 1] = count;
  }

  /// Index of a row's first run; of the row behind the last, where the last one's end.
  int firstOf(int y) {
    return rows[y];
  }

  int start(int run) {
    return starts[run];
  }

  int end(int run) {
    return ends[run];
  }

  /// A run's number among those of all planes.
  int number(int run) {
    return firstNumber + run;
  }
}
