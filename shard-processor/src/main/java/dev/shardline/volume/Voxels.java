package dev.shardline.volume;

/// The memory that one or more [Volume] views look into: 16-bit integers as scanners store them, or
/// 32-bit floats. Whoever hands an array in gives it up; nobody writes to it afterwards, so voxels
/// may be shared between volumes and threads.
public sealed interface Voxels permits ShortVoxels, FloatVoxels {

  int length();

  /// Heap bytes of the array.
  long memoryBytes();

  /// The value at an index of the array.
  float at(int index);

  /// Copies `length` neighbouring values as floats.
  void copyTo(int from, float[] into, int at, int length);

  /// Copies `length` values that lie `stride` apart as floats; `stride` may be negative.
  void gatherTo(int from, int stride, float[] into, int at, int length);
}
