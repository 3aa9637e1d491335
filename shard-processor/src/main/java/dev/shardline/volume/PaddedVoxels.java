package dev.shardline.volume;

import java.util.Arrays;

/// Voxels of a block amid others that all have one value, x fastest. Those of the block are read
/// where they lie.
///
/// @param shape of block and padding together
/// @param block what the block's layout looks into
/// @param layout of the block; it lies inside the shape from (firstX, firstY, firstZ) on
/// @param padding the value of all others
record PaddedVoxels(
    VolumeShape shape,
    Voxels block,
    VoxelLayout layout,
    int firstX,
    int firstY,
    int firstZ,
    float padding)
    implements Voxels {

  @Override
  public int length() {
    return (int) shape.voxels();
  }

  @Override
  public long memoryBytes() {
    return block.memoryBytes();
  }

  @Override
  public float at(int index) {
    float[] one = new float[1];
    readAlong(Axis.X, 1, index, one, 0, 1);
    return one[0];
  }

  @Override
  public void copyTo(int from, float[] into, int at, int length) {
    int done = 0;
    while (done < length) {
      int row = Math.min(length - done, shape.x() - (from + done) % shape.x());
      readAlong(Axis.X, 1, from + done, into, at + done, row);
      done += row;
    }
  }

  @Override
  public void gatherTo(int from, int stride, float[] into, int at, int length) {
    int plane = shape.x() * shape.y();
    int distance = Math.abs(stride);
    int direction = Integer.signum(stride);
    int last = from + (length - 1) * stride;
    if (distance == 1 && last / shape.x() == from / shape.x()) {
      readAlong(Axis.X, direction, from, into, at, length);
    } else if (distance == shape.x() && last / plane == from / plane) {
      readAlong(Axis.Y, direction, from, into, at, length);
    } else if (distance == plane && last / plane / shape.z() == from / plane / shape.z()) {
      readAlong(Axis.Z, direction, from, into, at, length);
    } else {
      for (int i = 0; i < length; i++) {
        into[at + i] = at(from + i * stride);
      }
    }
  }

  /// Reads voxels that follow each other along an axis.
  ///
  /// @param direction 1, or -1 for the other way
  private void readAlong(Axis axis, int direction, int index, float[] into, int at, int length) {
    int row = index / shape.x();
    int plane = row / shape.y();
    int x = index - row * shape.x() - firstX;
    int y = row - plane * shape.y() - firstY;
    int t = plane / shape.z();
    int z = plane - t * shape.z() - firstZ;
    int place =
        switch (axis) {
          case X -> x;
          case Y -> y;
          case Z -> z;
        };
    int end = layout.shape().extent(axis);
    int begins = direction > 0 ? Math.max(0, -place) : Math.max(0, place - end + 1);
    int ends = Math.min(length, direction > 0 ? end - place : place + 1);
    boolean beside =
        axis != Axis.X && isOutside(x, Axis.X)
            || axis != Axis.Y && isOutside(y, Axis.Y)
            || axis != Axis.Z && isOutside(z, Axis.Z);
    if (beside || begins >= ends) {
      Arrays.fill(into, at, at + length, padding);
      return;
    }
    Arrays.fill(into, at, at + begins, padding);
    int step = direction * layout.stride(axis);
    int from = layout.index(x, y, z, t) + begins * step;
    if (step == 1) {
      block.copyTo(from, into, at + begins, ends - begins);
    } else {
      block.gatherTo(from, step, into, at + begins, ends - begins);
    }
    Arrays.fill(into, at + ends, at + length, padding);
  }

  private boolean isOutside(int place, Axis axis) {
    return place < 0 || place >= layout.shape().extent(axis);
  }
}
