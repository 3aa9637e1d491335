package dev.shardline.volume.mask;

import dev.shardline.volume.VolumeShape;

/// Connected parts of a mask (or of what it leaves out), found by runs along x: runs of
/// neighbouring rows that touch get the same label. A run takes 4 bytes: where it begins and ends
/// is kept of two planes only, and seen in the mask again when somebody asks for the runs.
final class ComponentRuns {
  private final VolumeShape shape;
  private final boolean[] set;
  private final boolean value;
  private int count;

  /// For each run another one of its part that comes before it; for a part's first one how many
  /// voxels the part has, less than 0.
  private final int[] parents;

  /// How far runs of neighbouring rows may be apart along x and still touch.
  private final int reach;

  /// Finds the parts of all voxels of a mask that are `value`.
  ///
  /// @param corners whether voxels that share only an edge or a corner are connected (26
  ///   neighbours), or only those that share a face (6)
  ComponentRuns(Mask mask, boolean value, boolean corners) {
    this.shape = mask.shape();
    this.set = mask.array();
    this.value = value;
    this.reach = corners ? 1 : 0;
    this.parents = new int[runs()];
    PlaneRuns before = new PlaneRuns(shape.y());
    PlaneRuns plane = new PlaneRuns(shape.y());
    for (int z = 0; z < shape.z(); z++) {
      plane.begin(count);
      for (int y = 0; y < shape.y(); y++) {
        addRow(plane, y, z);
        connect(plane, y, plane, y - 1);
        connect(plane, y, before, y);
        if (corners) {
          connect(plane, y, before, y - 1);
          connect(plane, y, before, y + 1);
        }
      }
      PlaneRuns passed = before;
      before = plane;
      plane = passed;
    }
  }

  /// Counts without branches: whether a voxel is set cannot be told from those before it.
  private int runs() {
    int runs = 0;
    for (int row = 0; row < set.length; row += shape.x()) {
      int before = 0;
      for (int i = row; i < row + shape.x(); i++) {
        int inside = set[i] == value ? 1 : 0;
        runs += inside & ~before;
        before = inside;
      }
    }
    return runs;
  }

  private void addRow(PlaneRuns plane, int y, int z) {
    int row = (z * shape.y() + y) * shape.x();
    int end = 0;
    for (int start = next(row, 0, value); start < shape.x(); start = next(row, end, value)) {
      end = next(row, start, !value);
      parents[count++] = start - end;
      plane.add(start, end);
    }
    plane.endRow(y);
  }

  /// The next place in a row that is so, from x on; the row's end if there is none.
  private int next(int row, int x, boolean wanted) {
    int place = x;
    while (place < shape.x() && set[row + place] != wanted) {
      place++;
    }
    return place;
  }

  /// Joins runs of a row with those of another that touch them.
  private void connect(PlaneRuns plane, int y, PlaneRuns others, int otherY) {
    if (otherY < 0 || otherY >= shape.y()) {
      return;
    }
    int other = others.firstOf(otherY);
    int otherEnd = others.firstOf(otherY + 1);
    for (int run = plane.firstOf(y); run < plane.firstOf(y + 1); run++) {
      while (other < otherEnd && others.end(other) + reach <= plane.start(run)) {
        other++;
      }
      for (int i = other; i < otherEnd && others.start(i) < plane.end(run) + reach; i++) {
        join(plane.number(run), others.number(i));
      }
    }
  }

  private void join(int one, int other) {
    int first = find(one);
    int second = find(other);
    if (first != second) {
      int root = Math.min(first, second);
      int joined = Math.max(first, second);
      parents[root] += parents[joined];
      parents[joined] = root;
    }
  }

  /// The label of a run: the number of its part's first run.
  int find(int run) {
    int root = run;
    while (parents[root] >= 0) {
      int parent = parents[root];
      parents[root] = parents[parent] >= 0 ? parents[parent] : parent;
      root = parents[root];
    }
    return root;
  }

  int count() {
    return count;
  }

  /// Voxels of the part whose label this is; 0 where it is none.
  int size(int label) {
    return Math.max(0, -parents[label]);
  }

  /// Does something with each run.
  void forEach(RunVisitor visitor) {
    int run = 0;
    for (int z = 0; z < shape.z(); z++) {
      for (int y = 0; y < shape.y(); y++) {
        int row = (z * shape.y() + y) * shape.x();
        int end = 0;
        for (int start = next(row, 0, value); start < shape.x(); start = next(row, end, value)) {
          end = next(row, start, !value);
          visitor.visit(run++, y, z, start, end);
        }
      }
    }
  }

  interface RunVisitor {
    /// @param from first x of the run
    /// @param to the x behind its last
    void visit(int run, int y, int z, int from, int to);
  }
}
