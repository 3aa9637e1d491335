package dev.shardline.data;

/// The element types of a [Tensor], with the names NumPy and the shard formats use.
public enum ElementType {
  UINT8("|u1", "uint8", 1),
  INT16("<i2", "int16", 2),
  UINT16("<u2", "uint16", 2),
  INT32("<i4", "int32", 4),
  INT64("<i8", "int64", 8),
  FLOAT32("<f4", "float32", 4),
  FLOAT64("<f8", "float64", 8);

  private final String npyDescriptor;
  private final String numpyName;
  private final int bytes;

  ElementType(String npyDescriptor, String numpyName, int bytes) {
    this.npyDescriptor = npyDescriptor;
    this.numpyName = numpyName;
    this.bytes = bytes;
  }

  /// The `descr` of an NPY header, little-endian.
  public String npyDescriptor() {
    return npyDescriptor;
  }

  /// `numpy.dtype(…).name`.
  public String numpyName() {
    return numpyName;
  }

  /// Bytes per element.
  public int bytes() {
    return bytes;
  }
}
