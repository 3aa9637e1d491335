package dev.shardline.volume.bias;

import dev.shardline.failure.MalformedDataException;
import dev.shardline.failure.Reason;
import dev.shardline.volume.Volume;
import dev.shardline.volume.VolumeShape;
import dev.shardline.volume.mask.Mask;
import java.util.Arrays;

/// The logarithms of the voxels a bias field is estimated from.
final class BiasSamples {
  private final Mask mask;
  private final float[] logarithms;

  private BiasSamples(Mask mask, float[] logarithms) {
    this.mask = mask;
    this.logarithms = logarithms;
  }

  /// Every n-th voxel along each axis, as far as it lies in the mask and is above 0.
  ///
  /// @throws MalformedDataException if there is none
  static BiasSamples of(Volume volume, Mask subject, int step) throws MalformedDataException {
    VolumeShape shape = volume.shape();
    VolumeShape coarse =
        new VolumeShape(
            Math.ceilDiv(shape.x(), step),
            Math.ceilDiv(shape.y(), step),
            Math.ceilDiv(shape.z(), step));
    boolean[] set = new boolean[(int) coarse.voxels()];
    float[] logarithms = new float[set.length];
    int count = 0;
    int at = 0;
    for (int z = 0; z < shape.z(); z += step) {
      for (int y = 0; y < shape.y(); y += step) {
        for (int x = 0; x < shape.x(); x += step) {
          float value = volume.at(x, y, z);
          set[at] = value > 0 && Float.isFinite(value) && subject.at(x, y, z);
          if (set[at++]) {
            logarithms[count++] = (float) StrictMath.log(value);
          }
        }
      }
    }
    if (count == 0) {
      throw new MalformedDataException(
          Reason.CHECK_FAILED, "foreground", "at least one voxel above 0", "none");
    }
    return new BiasSamples(new Mask(coarse, set), Arrays.copyOf(logarithms, count));
  }

  /// Which of the coarse grid's voxels there are.
  Mask mask() {
    return mask;
  }

  /// How many voxels there are in the mask.
  int count() {
    return logarithms.length;
  }

  /// Puts down the logarithms less a field at the same voxels.
  void subtract(float[] field, float[] difference) {
    for (int i = 0; i < difference.length; i++) {
      difference[i] = logarithms[i] - field[i];
    }
  }

  /// Puts down a field's values at the mask's voxels.
  ///
  /// @param field on the coarse grid
  void read(FieldPlanes field, float[] values) {
    boolean[] set = mask.array();
    int at = 0;
    int count = 0;
    for (int z = 0; z < field.count(); z++) {
      for (float value : field.at(z)) {
        if (set[at++]) {
          values[count++] = value;
        }
      }
    }
  }
}
