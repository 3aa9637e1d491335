package dev.shardline.volume.filter;

import dev.shardline.volume.FloatVoxels;
import dev.shardline.volume.Spacing;
import dev.shardline.volume.Volume;
import dev.shardline.volume.VolumeShape;
import dev.shardline.volume.VoxelLayout;
import dev.shardline.volume.VoxelType;

/// Blurs with a Gaussian along each axis; standard deviations in voxels. The kernel ends at four
/// standard deviations, the volume goes on with its outermost values:
/// `scipy.ndimage.gaussian_filter(…, mode="nearest")`, in float32.
public record GaussianFilter(double sigmaX, double sigmaY, double sigmaZ) {
  private static final double TRUNCATE = 4;

  public GaussianFilter {
    if (!(sigmaX >= 0 && sigmaY >= 0 && sigmaZ >= 0) || sigmaX + sigmaY + sigmaZ > 1e6) {
      throw new IllegalArgumentException(
          "Standard deviations must be 0 or more: %s, %s, %s".formatted(sigmaX, sigmaY, sigmaZ));
    }
  }

  /// The same blur in millimetres for voxels of this size.
  public static GaussianFilter ofMillimetres(double sigma, Spacing spacing) {
    return new GaussianFilter(sigma / spacing.x(), sigma / spacing.y(), sigma / spacing.z());
  }

  /// The blurred volume, float32.
  public Volume apply(Volume volume) {
    if (sigmaX == 0 && sigmaY == 0 && sigmaZ == 0) {
      return volume;
    }
    VolumeShape shape = volume.shape();
    float[] values = volume.toArray();
    int plane = shape.x() * shape.y();
    int planes = shape.z() * shape.timePoints();
    RowConvolution alongX = new RowConvolution(kernel(sigmaX));
    RowConvolution alongY = new RowConvolution(kernel(sigmaY));
    RowConvolution alongZ = new RowConvolution(kernel(sigmaZ));
    alongX.withinRows(values, shape.x());
    for (int z = 0; z < planes; z++) {
      alongY.acrossRows(values, z * plane, shape.x(), shape.y(), shape.x());
    }
    for (int t = 0; t < shape.timePoints(); t++) {
      for (int y = 0; y < shape.y(); y++) {
        int start = t * shape.z() * plane + y * shape.x();
        alongZ.acrossRows(values, start, shape.x(), shape.z(), plane);
      }
    }
    return volume.withVoxels(
        new FloatVoxels(values), VoxelLayout.xFastest(shape), volume.affine(), VoxelType.FLOAT32);
  }

  /// One side of the kernel, the centre first.
  private static float[] kernel(double sigma) {
    int radius = (int) (TRUNCATE * sigma + 0.5);
    double[] weights = new double[radius + 1];
    double sum = 0;
    for (int i = 0; i <= radius; i++) {
      weights[i] = sigma == 0 ? 1 : Math.exp(-0.5 * i * i / (sigma * sigma));
      sum += i == 0 ? weights[i] : 2 * weights[i];
    }
    float[] kernel = new float[radius + 1];
    for (int i = 0; i <= radius; i++) {
      kernel[i] = (float) (weights[i] / sum);
    }
    return kernel;
  }
}
