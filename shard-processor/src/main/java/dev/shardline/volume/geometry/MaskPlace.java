package dev.shardline.volume.geometry;

import dev.shardline.failure.MalformedDataException;
import dev.shardline.failure.Reason;
import dev.shardline.volume.Affine;
import dev.shardline.volume.Spacing;
import dev.shardline.volume.Volume;
import dev.shardline.volume.VolumeShape;
import java.util.Locale;

/// Holds a mask to its volume: steps move both by voxel indices, so each voxel of the mask must lie
/// where the volume's of the same index lies.
public final class MaskPlace {
  private MaskPlace() {}

  /// The mask, turned to the volume's orientation.
  ///
  /// @param mask 3-D, in any orientation
  /// @throws MalformedDataException if it then has another shape than the volume, or a voxel of it
  ///   lies more than half a voxel away from the volume's
  public static Volume over(Volume volume, Volume mask) throws MalformedDataException {
    VolumeShape shape = volume.shape().withTimePoints(1);
    Volume turned = Reorientation.to(mask, Orientation.of(volume.affine()));
    if (!turned.shape().equals(shape)) {
      throw new MalformedDataException(
          Reason.MALFORMED, "mask shape", volume.shape() + " as its volume", mask.shape() + "");
    }
    double distance = distance(shape, volume.affine(), turned.affine());
    Spacing spacing = volume.spacing();
    if (!(distance <= Math.min(spacing.x(), Math.min(spacing.y(), spacing.z())) / 2)) {
      throw new MalformedDataException(
          Reason.MALFORMED,
          "mask affine",
          "voxels where its volume has them, to half a voxel",
          String.format(Locale.ROOT, "some that lie %.1f mm away", distance));
    }
    return turned;
  }

  /// Between voxels of the same index, in mm; largest at a corner.
  private static double distance(VolumeShape shape, Affine one, Affine other) {
    double largest = 0;
    for (int corner = 0; corner < 8; corner++) {
      int x = (corner & 1) * (shape.x() - 1);
      int y = (corner >> 1 & 1) * (shape.y() - 1);
      int z = (corner >> 2) * (shape.z() - 1);
      double[] here = one.apply(x, y, z);
      double[] there = other.apply(x, y, z);
      double squares = 0;
      for (int i = 0; i < 3; i++) {
        squares += (here[i] - there[i]) * (here[i] - there[i]);
      }
      largest = Math.max(largest, Math.sqrt(squares));
    }
    return largest;
  }
}
