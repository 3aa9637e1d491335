package dev.shardline.volume;

/// What is done to every voxel by itself, whatever its neighbours are and wherever it lies: to cut
/// off, to scale. Gives the same for the same value always; safe for many threads.
@FunctionalInterface
public interface VoxelMap {
  /// Replaces `values[from]` to `values[to - 1]` by what they become.
  void apply(float[] values, int from, int to);
}
