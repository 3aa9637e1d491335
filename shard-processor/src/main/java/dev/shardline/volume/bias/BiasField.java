package dev.shardline.volume.bias;

import dev.shardline.volume.VolumeShape;

/// The brightness that a coil gives each voxel of a volume, as a factor. Kept as a few control
/// points, whatever the volume's size.
public final class BiasField {
  private final VolumeShape shape;
  private final SplineLattice lattice;

  /// @param lattice taken over
  BiasField(VolumeShape shape, SplineLattice lattice) {
    this.shape = shape;
    this.lattice = lattice;
  }

  /// The natural logarithm of the factor at every voxel, x fastest.
  public float[] logarithms() {
    float[] logarithms = new float[Math.toIntExact(shape.voxels())];
    FieldPlanes planes = planes();
    int at = 0;
    for (int z = 0; z < planes.count(); z++) {
      float[] plane = planes.at(z);
      System.arraycopy(plane, 0, logarithms, at, plane.length);
      at += plane.length;
    }
    return logarithms;
  }

  /// Divides every voxel by its factor.
  ///
  /// @param values those of the volume, x fastest; overwritten
  void takeOff(float[] values) {
    FieldPlanes planes = planes();
    int at = 0;
    for (int z = 0; z < planes.count(); z++) {
      for (float logarithm : planes.at(z)) {
        values[at] = (float) (values[at] / StrictMath.exp(logarithm));
        at++;
      }
    }
  }

  private FieldPlanes planes() {
    return new FieldPlanes(lattice, GridBasis.of(shape, 1, lattice.spans()));
  }
}
