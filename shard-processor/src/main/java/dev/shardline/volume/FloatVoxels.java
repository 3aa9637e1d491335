package dev.shardline.volume;

/// Voxels as 32-bit floating point numbers.
public final class FloatVoxels implements StoredVoxels {
  private final float[] array;

  /// @param array the values; taken over
  public FloatVoxels(float[] array) {
    this.array = array;
  }

  /// The values themselves, not to be written.
  public float[] array() {
    return array;
  }

  @Override
  public int length() {
    return array.length;
  }

  @Override
  public long memoryBytes() {
    return (long) array.length * Float.BYTES;
  }

  @Override
  public float at(int index) {
    return array[index];
  }

  @Override
  public void copyTo(int from, float[] into, int at, int length) {
    System.arraycopy(array, from, into, at, length);
  }

  @Override
  public void gatherTo(int from, int stride, float[] into, int at, int length) {
    int index = from;
    for (int i = 0; i < length; i++) {
      into[at + i] = array[index];
      index += stride;
    }
  }
}
