package dev.shardline.volume;

/// The values that one or more [Volume] views look into: an array, or what is still to be computed
/// of one. Whoever hands an array in gives it up; nobody writes to it afterwards, so voxels may be
/// shared between volumes and threads.
public sealed interface Voxels permits StoredVoxels, LazyVoxels, MappedVoxels, PaddedVoxels {

  int length();

  /// Heap bytes of the array that they are read from.
  long memoryBytes();

  /// The value at an index of the array.
  float at(int index);

  /// Copies `length` neighbouring values as floats.
  void copyTo(int from, float[] into, int at, int length);

  /// Copies `length` values that lie `stride` apart as floats; `stride` may be negative.
  void gatherTo(int from, int stride, float[] into, int at, int length);

  /// The same values in an array.
  default StoredVoxels stored() {
    float[] values = new float[length()];
    copyTo(0, values, 0, values.length);
    return new FloatVoxels(values);
  }
}
