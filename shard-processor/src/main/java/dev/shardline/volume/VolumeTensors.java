package dev.shardline.volume;

import dev.shardline.data.ElementType;
import dev.shardline.data.Tensor;
import java.lang.foreign.MemorySegment;
import java.lang.foreign.ValueLayout;
import java.nio.ByteOrder;
import java.util.stream.IntStream;

/// Volumes as plain arrays for training.
public final class VolumeTensors {

  /// Which axis of the array is which of the volume, outermost first. A time axis comes before all.
  public enum AxisOrder {
    /// Shape (x, y, z), z contiguous: what `nibabel` arrays look like in C order.
    XYZ,
    /// Shape (z, y, x), x contiguous: what SimpleITK arrays look like.
    ZYX
  }

  /// Planes that are gathered together: a square of the gather is as deep.
  private static final int PLANES = 32;

  private static final ValueLayout.OfFloat FLOAT32 =
      ValueLayout.JAVA_FLOAT_UNALIGNED.withOrder(ByteOrder.LITTLE_ENDIAN);

  private VolumeTensors() {}

  /// All values as float32 in C order: 3 axes, or 4 with time first.
  public static Tensor of(Volume volume, AxisOrder order) {
    VolumeShape shape = volume.shape();
    return switch (order) {
      case XYZ ->
          tensor(
              volume.withView(volume.layout().permute(Axis.Z, Axis.Y, Axis.X), Affine.identity()),
              shape.x(),
              shape.y(),
              shape.z());
      case ZYX -> tensor(volume, shape.z(), shape.y(), shape.x());
    };
  }

  /// What gathering takes besides the tensor.
  public static long workingBytes(VolumeShape shape, AxisOrder order) {
    return switch (order) {
      case XYZ -> planesBytes(shape.z(), shape.y(), shape.x());
      case ZYX -> planesBytes(shape.x(), shape.y(), shape.z());
    };
  }

  private static long planesBytes(long x, long y, int z) {
    return Float.BYTES * x * y * Math.min(PLANES, z);
  }

  /// Gathers a few planes at a time, so that there is no second array as large as the tensor.
  private static Tensor tensor(Volume volume, int... space) {
    VolumeShape shape = volume.shape();
    int plane = shape.x() * shape.y();
    byte[] bytes = new byte[Math.toIntExact(shape.voxels() * Float.BYTES)];
    float[] planes = new float[plane * Math.min(PLANES, shape.z())];
    long written = 0;
    for (int t = 0; t < shape.timePoints(); t++) {
      for (int z = 0; z < shape.z(); z += PLANES) {
        int count = Math.min(PLANES, shape.z() - z);
        volume.readPlanes(z, count, t, planes);
        MemorySegment.copy(
            planes, 0, MemorySegment.ofArray(bytes), FLOAT32, written, plane * count);
        written += (long) plane * count * Float.BYTES;
      }
    }
    return Tensor.of(ElementType.FLOAT32, withTime(shape, space), bytes);
  }

  private static int[] withTime(VolumeShape shape, int[] space) {
    return shape.isTimeSeries()
        ? IntStream.concat(IntStream.of(shape.timePoints()), IntStream.of(space)).toArray()
        : space;
  }
}
