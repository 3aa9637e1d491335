package dev.shardline.volume;

/// Voxels that are computed of others whenever they are read. Cutting off, scaling and padding a
/// volume takes no memory and no pass over it, if what follows reads it once, row by row.
///
/// Once they were put into an array they are read from there, and what they were computed of is let
/// go: whoever needs the array never has both in memory any longer than computing takes.
final class LazyVoxels implements Voxels {
  private volatile Voxels voxels;

  /// @param computed what gives the values
  LazyVoxels(Voxels computed) {
    this.voxels = computed;
  }

  @Override
  public int length() {
    return voxels.length();
  }

  @Override
  public long memoryBytes() {
    return voxels.memoryBytes();
  }

  @Override
  public float at(int index) {
    return voxels.at(index);
  }

  @Override
  public void copyTo(int from, float[] into, int at, int length) {
    voxels.copyTo(from, into, at, length);
  }

  @Override
  public void gatherTo(int from, int stride, float[] into, int at, int length) {
    voxels.gatherTo(from, stride, into, at, length);
  }

  @Override
  public StoredVoxels stored() {
    StoredVoxels stored = voxels.stored();
    voxels = stored;
    return stored;
  }
}
