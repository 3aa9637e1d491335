package dev.shardline.volume;

/// What a file says about its volume before any voxel is read.
///
/// @param format the file's format, as users name it: `NIfTI-1`
/// @param type the type of the stored numbers
/// @param timeStepSeconds seconds between time points; 0 where unknown or 3-D
public record VolumeHeader(
    String format,
    VolumeShape shape,
    VoxelType type,
    Affine affine,
    GeometrySource source,
    double timeStepSeconds) {

  /// How many float volumes of this shape the recipe may hold at once: its input, its output, and
  /// working memory.
  private static final int VOLUMES_AT_ONCE = 3;

  /// The bytes of all voxels as float32.
  public long decodedBytes() {
    return saturatedProduct(shape.voxels(), Float.BYTES);
  }

  /// The most memory that reading the volume and working on it at its own resolution takes.
  public long predictedPeakBytes() {
    return saturatedProduct(decodedBytes(), VOLUMES_AT_ONCE);
  }

  private static long saturatedProduct(long count, long factor) {
    return count > Long.MAX_VALUE / factor ? Long.MAX_VALUE : count * factor;
  }
}
