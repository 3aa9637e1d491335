package dev.shardline.volume;

/// Voxels that are computed of others whenever they are read. Cutting off and scaling a volume
/// takes no memory and no pass over it, if what follows reads it once, row by row.
final class MappedVoxels implements Voxels {
  private final Voxels from;
  private final VoxelMap map;

  MappedVoxels(Voxels from, VoxelMap map) {
    this.from = from;
    this.map = map;
  }

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

  @Override
  public FloatVoxels stored() {
    float[] values = new float[length()];
    copyTo(0, values, 0, values.length);
    return new FloatVoxels(values);
  }
}
