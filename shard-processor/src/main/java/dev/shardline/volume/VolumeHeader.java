package dev.shardline.volume;

/// What a file says about its volume before any voxel is read.
///
/// @param format the file's format, as users name it: `NIfTI-1`
/// @param type the type of the stored numbers
/// @param voxelBytes what one voxel takes in memory: 2 where the numbers stay short integers, else
///   4, as float32
/// @param timeStepSeconds seconds between time points; 0 where unknown or 3-D
public record VolumeHeader(
    String format,
    VolumeShape shape,
    VoxelType type,
    int voxelBytes,
    Affine affine,
    GeometrySource source,
    double timeStepSeconds) {

  /// The bytes of all voxels as float32.
  public long decodedBytes() {
    long voxels = shape.voxels();
    return voxels > Long.MAX_VALUE / Float.BYTES ? Long.MAX_VALUE : voxels * Float.BYTES;
  }
}
