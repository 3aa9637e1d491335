package dev.shardline.volume;

/// Voxels that are computed of others whenever they are read. Cutting off and scaling a volume
/// takes no memory and no pass over it, if what follows reads it once, row by row.
///
/// Once they were put into an array they are read from there, and what they were computed of is let
/// go: whoever needs the array never has both in memory any longer than computing takes.
final class MappedVoxels implements Voxels {
  private volatile Origin origin;

  /// What the values are computed of, and how.
  private record Origin(Voxels voxels, VoxelMap map) {}

  MappedVoxels(Voxels from, VoxelMap map) {
    this.origin = new Origin(from, map);
  }

  @Override
  public int length() {
    return origin.voxels().length();
  }

  @Override
  public long memoryBytes() {
    return origin.voxels().memoryBytes();
  }

  @Override
  public float at(int index) {
    Origin from = origin;
    float[] one = {from.voxels().at(index)};
    from.map().apply(one, 0, 1);
    return one[0];
  }

  @Override
  public void copyTo(int index, float[] into, int at, int length) {
    Origin from = origin;
    from.voxels().copyTo(index, into, at, length);
    from.map().apply(into, at, at + length);
  }

  @Override
  public void gatherTo(int index, int stride, float[] into, int at, int length) {
    Origin from = origin;
    from.voxels().gatherTo(index, stride, into, at, length);
    from.map().apply(into, at, at + length);
  }

  @Override
  public StoredVoxels stored() {
    if (origin.map() != Computed.MAP) {
      float[] values = new float[length()];
      copyTo(0, values, 0, values.length);
      origin = new Origin(new FloatVoxels(values), Computed.MAP);
    }
    return origin.voxels().stored();
  }

  /// Nothing is left to be done.
  private enum Computed implements VoxelMap {
    MAP;

    @Override
    public void apply(float[] values, int from, int to) {
      // The values are as they are to be.
    }
  }
}
