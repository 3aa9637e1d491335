package dev.shardline.volume;

/// Voxels as 16-bit signed integers: half the memory of floats.
public final class ShortVoxels implements StoredVoxels {
  private final short[] array;

  /// @param array the values; taken over
  public ShortVoxels(short[] array) {
    this.array = array;
  }

  /// The values themselves, not to be written.
  public short[] array() {
    return array;
  }

  @Override
  public int length() {
    return array.length;
  }

  @Override
  public long memoryBytes() {
    return (long) array.length * Short.BYTES;
  }

  @Override
  public float at(int index) {
    return array[index];
  }

  @Override
  public void copyTo(int from, float[] into, int at, int length) {
    for (int i = 0; i < length; i++) {
      into[at + i] = array[from + i];
    }
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
