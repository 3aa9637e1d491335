package dev.shardline.volume;

/// Voxels with something done to each of them.
record MappedVoxels(Voxels from, VoxelMap map) implements Voxels {

  @Override
  public int length() {
    return from.length();
  }

  @Override
  public long memoryBytes() {
    return from.memoryBytes();
  }

  @Override
  public float at(int index) {
    float[] one = {from.at(index)};
    map.apply(one, 0, 1);
    return one[0];
  }

  @Override
  public void copyTo(int index, float[] into, int at, int length) {
    from.copyTo(index, into, at, length);
    map.apply(into, at, at + length);
  }

  @Override
  public void gatherTo(int index, int stride, float[] into, int at, int length) {
    from.gatherTo(index, stride, into, at, length);
    map.apply(into, at, at + length);
  }
}
