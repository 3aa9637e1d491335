package dev.shardline.volume.resample;

import dev.shardline.volume.Axis;
import dev.shardline.volume.FloatVoxels;
import dev.shardline.volume.Volume;
import dev.shardline.volume.VolumeGrid;
import dev.shardline.volume.VolumeShape;
import dev.shardline.volume.VoxelLayout;
import dev.shardline.volume.VoxelType;
import dev.shardline.volume.filter.GaussianFilter;
import dev.shardline.volume.resample.GridMapping.AxisStep;
import java.util.Optional;

/// How volumes are brought onto other grids. Time points are resampled each for itself.
///
/// With the defaults of [#linear] this is `nibabel.processing.resample_from_to` with order 1: zero
/// outside the outermost voxel centres, no antialiasing, integer volumes stay integer. Arithmetic
/// is in float32, so results agree to about 1e-6 of the range.
///
/// @param antialias whether to blur before shrinking, so that fine detail does not turn into
///   patterns; ignored for nearest neighbour
/// @param keepFractions whether an integer volume may get values between integers
public record Resampling(
    Interpolation interpolation, Border border, boolean antialias, boolean keepFractions) {

  /// Fraction of a Gaussian's full width at half maximum that is its standard deviation.
  private static final double SIGMA_PER_WIDTH = 1 / (2 * Math.sqrt(2 * Math.log(2)));

  public static Resampling linear() {
    return new Resampling(Interpolation.LINEAR, Border.ZERO, false, false);
  }

  /// For labels and masks.
  public static Resampling nearest() {
    return new Resampling(Interpolation.NEAREST, Border.ZERO, false, false);
  }

  /// The same border, but nearest neighbour: what a label that goes with a volume needs.
  public Resampling forLabels() {
    return new Resampling(Interpolation.NEAREST, border, false, false);
  }

  /// The volume on another grid. A volume that lies on it already is given back as it is.
  public Volume apply(Volume volume, VolumeGrid grid) {
    VolumeShape target = grid.shape().withTimePoints(volume.shape().timePoints());
    if (target.equals(volume.shape()) && grid.affine().equals(volume.affine())) {
      return volume;
    }
    GridMapping mapping = GridMapping.between(volume.affine(), grid.affine());
    Volume smooth = antialias ? blurred(volume, mapping) : volume;
    Optional<AxisStep[]> steps = mapping.alignedSteps(target);
    return steps.isPresent()
        ? separable(smooth, grid, target, steps.get())
        : oblique(smooth, grid, target, mapping);
  }

  private Volume separable(Volume volume, VolumeGrid grid, VolumeShape target, AxisStep[] steps) {
    boolean direct =
        interpolation != Interpolation.CUBIC && SeparableResampler.canRead(volume.layout());
    Volume source = direct ? volume : prepared(volume, border);
    SeparableResampler resampler =
        new SeparableResampler(
            source.stored(),
            source.layout(),
            target,
            steps,
            interpolation,
            border,
            rounding(volume));
    return volume.withVoxels(
        resampler.resample(), resampler.layout(), grid.affine(), typeOf(volume));
  }

  private Volume oblique(Volume volume, VolumeGrid grid, VolumeShape target, GridMapping mapping) {
    float[] values = prepared(volume, Border.ZERO).values();
    ObliqueResampler resampler =
        new ObliqueResampler(
            values, volume.shape(), target, mapping, interpolation, border, rounding(volume));
    return volume.withVoxels(
        resampler.resample(), VoxelLayout.xFastest(target), grid.affine(), typeOf(volume));
  }

  /// The volume with x fastest, as spline coefficients where they are needed.
  private Volume prepared(Volume volume, Border beyond) {
    if (interpolation != Interpolation.CUBIC) {
      return volume.compact();
    }
    float[] coefficients = volume.toArray();
    new SplineCoefficients(beyond).filter(coefficients, volume.shape());
    return volume.withVoxels(
        new FloatVoxels(coefficients),
        VoxelLayout.xFastest(volume.shape()),
        volume.affine(),
        VoxelType.FLOAT32);
  }

  /// Blurs along each axis that shrinks, as strongly as makes a point as wide as the new voxels
  /// (Cardoso et al., "Scale factor point spread function matching", 2015; TorchIO's `Resample`).
  private static Volume blurred(Volume volume, GridMapping mapping) {
    double[] sigmas = new double[3];
    for (Axis axis : Axis.ALL) {
      double factor = mapping.sourceStep(axis);
      sigmas[axis.index()] = factor > 1 ? Math.sqrt(factor * factor - 1) * SIGMA_PER_WIDTH : 0;
    }
    return new GaussianFilter(sigmas[0], sigmas[1], sigmas[2]).apply(volume);
  }

  private WholeNumbers rounding(Volume volume) {
    boolean needed = !keepFractions && interpolation != Interpolation.NEAREST;
    return needed ? WholeNumbers.of(volume.type()) : WholeNumbers.off();
  }

  private VoxelType typeOf(Volume volume) {
    boolean fractions = keepFractions && interpolation != Interpolation.NEAREST;
    return fractions ? VoxelType.FLOAT32 : volume.type();
  }
}
