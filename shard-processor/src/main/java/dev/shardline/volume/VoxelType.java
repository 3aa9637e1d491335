package dev.shardline.volume;

/// The type of a volume's values, as NumPy would name the array's dtype. All values are computed as
/// float32; the type says what they can be: an integer volume holds whole numbers only, and
/// resampling keeps it so unless told otherwise.
public enum VoxelType {
  INT8(1, -128, 127),
  UINT8(1, 0, 255),
  INT16(2, -32768, 32767),
  UINT16(2, 0, 65535),
  INT32(4, Integer.MIN_VALUE, Integer.MAX_VALUE),
  UINT32(4, 0, 0xFFFFFFFFL),
  INT64(8, Long.MIN_VALUE, Long.MAX_VALUE),
  UINT64(8, 0, 0x1p64),
  FLOAT32(4, Double.NEGATIVE_INFINITY, Double.POSITIVE_INFINITY),
  FLOAT64(8, Double.NEGATIVE_INFINITY, Double.POSITIVE_INFINITY);

  private final int bytes;
  private final double lowest;
  private final double highest;

  VoxelType(int bytes, double lowest, double highest) {
    this.bytes = bytes;
    this.lowest = lowest;
    this.highest = highest;
  }

  /// Bytes of one voxel in a file.
  public int bytes() {
    return bytes;
  }

  /// The least value, negative infinity for floating point.
  public double lowest() {
    return lowest;
  }

  /// The greatest value, positive infinity for floating point.
  public double highest() {
    return highest;
  }

  public boolean isInteger() {
    return this != FLOAT32 && this != FLOAT64;
  }

  /// Whether every value fits a Java short, so that voxels are kept in half the memory.
  public boolean fitsShort() {
    return this == INT8 || this == UINT8 || this == INT16;
  }
}
