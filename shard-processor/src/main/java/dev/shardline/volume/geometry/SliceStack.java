package dev.shardline.volume.geometry;

import dev.shardline.image.Float32Image;
import dev.shardline.image.ImageShape;
import dev.shardline.volume.Affine;
import dev.shardline.volume.Volume;
import dev.shardline.volume.VoxelLayout;
import dev.shardline.volume.mask.Foreground;

/// A volume as slices one behind the other, each a float32 picture the right way up, whatever way
/// the volume lies in memory.
public final class SliceStack {
  /// x: columns, y: rows from the top, z: slices.
  private final Volume upright;

  private final Affine affine;

  private SliceStack(Volume upright, Affine affine) {
    this.upright = upright;
    this.affine = affine;
  }

  /// The slices of a 3-D volume, or of one time point, in a plane; slice 0 is the leftmost,
  /// backmost or lowest.
  public static SliceStack of(Volume volume, Plane plane, int timePoint) {
    Volume canonical = Reorientation.toCanonical(volume.timePoint(timePoint));
    VoxelLayout layout =
        canonical
            .layout()
            .flip(plane.rows())
            .permute(plane.columns(), plane.rows(), plane.normal());
    return new SliceStack(
        canonical.withView(layout, Affine.identity()),
        canonical.affine().times(places(plane, canonical.shape().extent(plane.rows()))));
  }

  /// From column, row and slice to the canonical voxel.
  private static Affine places(Plane plane, int rows) {
    double[] values = new double[12];
    values[plane.columns().index() * 4] = 1;
    values[plane.rows().index() * 4 + 1] = -1;
    values[plane.rows().index() * 4 + 3] = rows - 1.0;
    values[plane.normal().index() * 4 + 2] = 1;
    return Affine.of(values);
  }

  /// Takes a slice's column, row and number of slices behind it to millimetres RAS+.
  public Affine affine(int index) {
    return affine.withOriginAt(0, 0, index);
  }

  public int count() {
    return upright.shape().z();
  }

  /// One slice.
  public Float32Image slice(int index) {
    int width = upright.shape().x();
    int height = upright.shape().y();
    float[] pixels = new float[width * height];
    for (int row = 0; row < height; row++) {
      upright.readRow(row, index, 0, pixels, row * width);
    }
    return Float32Image.of(ImageShape.grey(height, width), pixels);
  }

  /// For every slice the share of its voxels that are foreground of the whole volume.
  public double[] foregroundFractions(Foreground rule) {
    boolean[] set = rule.of(upright).array();
    int area = set.length / count();
    double[] fractions = new double[count()];
    for (int slice = 0; slice < fractions.length; slice++) {
      int inside = 0;
      for (int i = slice * area; i < (slice + 1) * area; i++) {
        inside += set[i] ? 1 : 0;
      }
      fractions[slice] = (double) inside / area;
    }
    return fractions;
  }
}
