package dev.shardline.volume.bias;

import dev.shardline.volume.VolumeShape;

/// The cubic B-splines of a grid's three axes.
record GridBasis(AxisBasis x, AxisBasis y, AxisBasis z) {

  /// @param step every how many-th voxel along each axis belongs to the grid
  /// @param spans pieces of the spline along each axis
  static GridBasis of(VolumeShape shape, int step, int spans) {
    return new GridBasis(
        new AxisBasis(shape.x(), step, spans),
        new AxisBasis(shape.y(), step, spans),
        new AxisBasis(shape.z(), step, spans));
  }
}
