package dev.shardline.volume;

import dev.shardline.data.Tensor;

/// Volumes as plain arrays for training.
public final class VolumeTensors {

  /// Which axis of the array is which of the volume, outermost first. A time axis comes before all.
  public enum AxisOrder {
    /// Shape (x, y, z), z contiguous: what `nibabel` arrays look like in C order.
    XYZ,
    /// Shape (z, y, x), x contiguous: what SimpleITK arrays look like.
    ZYX
  }

  private VolumeTensors() {}

  /// All values as float32 in C order: 3 axes, or 4 with time first.
  public static Tensor of(Volume volume, AxisOrder order) {
    VolumeShape shape = volume.shape();
    float[] values =
        switch (order) {
          case XYZ ->
              volume
                  .withView(volume.layout().permute(Axis.Z, Axis.Y, Axis.X), Affine.identity())
                  .toArray();
          case ZYX -> volume.toArray();
        };
    int[] space =
        switch (order) {
          case XYZ -> new int[] {shape.x(), shape.y(), shape.z()};
          case ZYX -> new int[] {shape.z(), shape.y(), shape.x()};
        };
    return shape.isTimeSeries()
        ? Tensor.ofFloats(values, shape.timePoints(), space[0], space[1], space[2])
        : Tensor.ofFloats(values, space);
  }
}
