package dev.shardline.volume.mask;

import dev.shardline.volume.VolumeShape;
import java.util.Arrays;

/// Connected parts of a mask (or of what it leaves out), found by runs along x: runs of
/// neighbouring rows that touch get the same label.
final class ComponentRuns {
  private final VolumeShape shape;
  private int count;
  private int[] starts = new int[1024];
  private int[] ends = new int[1024];
  private int[] parents = new int[1024];

  /// Index of each row's first run; one more entry for the end.
  private final int[] rowRuns;

  /// How far runs of neighbouring rows may be apart along x and still touch.
  private final int reach;

  /// Finds the parts of all voxels of a mask that are `value`.
  ///
  /// @param corners whether voxels that share only an edge or a corner are connected (26
  ///   neighbours), or only those that share a face (6)
  ComponentRuns(Mask mask, boolean value, boolean corners) {
    this.shape = mask.shape();
    this.reach = corners ? 1 : 0;
    this.rowRuns = new int[shape.y() * shape.z() + 1];
    for (int z = 0; z < shape.z(); z++) {
      for (int y = 0; y < shape.y(); y++) {
        int row = z * shape.y() + y;
        rowRuns[row] = count;
        addRuns(mask.array(), row * shape.x(), value);
        connect(row, y, z, 0, -1);
        connect(row, y, z, -1, 0);
        if (corners) {
          connect(row, y, z, -1, -1);
          connect(row, y, z, -1, 1);
        }
      }
    }
    rowRuns[rowRuns.length - 1] = count;
  }

  private void addRuns(boolean[] set, int from, boolean value) {
    int x = 0;
    while (x < shape.x()) {
      if (set[from + x] == value) {
        int start = x;
        while (x < shape.x() && set[from + x] == value) {
          x++;
        }
        add(start, x);
      } else {
        x++;
      }
    }
  }

  private void add(int start, int end) {
    if (count == starts.length) {
      starts = Arrays.copyOf(starts, count * 2);
      ends = Arrays.copyOf(ends, count * 2);
      parents = Arrays.copyOf(parents, count * 2);
    }
    starts[count] = start;
    ends[count] = end;
    parents[count] = count;
    count++;
  }

  /// Joins the newest row's runs with those of the row at an offset that touch them.
  private void connect(int row, int y, int z, int offsetZ, int offsetY) {
    int otherY = y + offsetY;
    int otherZ = z + offsetZ;
    if (otherY < 0 || otherY >= shape.y() || otherZ < 0) {
      return;
    }
    int otherRow = otherZ * shape.y() + otherY;
    int other = rowRuns[otherRow];
    int otherEnd = rowRuns[otherRow + 1];
    for (int run = rowRuns[row]; run < count; run++) {
      while (other < otherEnd && ends[other] + reach <= starts[run]) {
        other++;
      }
      for (int i = other; i < otherEnd && starts[i] < ends[run] + reach; i++) {
        join(run, i);
      }
    }
  }

  private void join(int one, int other) {
    int first = find(one);
    int second = find(other);
    parents[Math.max(first, second)] = Math.min(first, second);
  }

  /// The label of a run: the number of its part's first run.
  int find(int run) {
    int root = run;
    while (parents[root] != root) {
      parents[root] = parents[parents[root]];
      root = parents[root];
    }
    return root;
  }

  int count() {
    return count;
  }

  /// Voxels of a run.
  int length(int run) {
    return ends[run] - starts[run];
  }

  /// Does something with each run.
  void forEach(RunVisitor visitor) {
    for (int row = 0; row < rowRuns.length - 1; row++) {
      for (int run = rowRuns[row]; run < rowRuns[row + 1]; run++) {
        visitor.visit(run, row % shape.y(), row / shape.y(), starts[run], ends[run]);
      }
    }
  }

  interface RunVisitor {
    /// @param from first x of the run
    /// @param to the x behind its last
    void visit(int run, int y, int z, int from, int to);
  }
}
