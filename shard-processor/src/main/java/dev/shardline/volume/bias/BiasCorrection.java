package dev.shardline.volume.bias;

import dev.shardline.failure.MalformedDataException;
import dev.shardline.failure.Reason;
import dev.shardline.volume.FloatVoxels;
import dev.shardline.volume.Volume;
import dev.shardline.volume.VolumeShape;
import dev.shardline.volume.VoxelLayout;
import dev.shardline.volume.VoxelType;
import dev.shardline.volume.intensity.Region;
import dev.shardline.volume.mask.Mask;

/// Estimates a volume's bias field and divides by it: N4, following ITK's
/// `N4BiasFieldCorrectionImageFilter`. Differences from it: voxels of 0 and below never count, and
/// with a shrink factor the field is fitted on the whole grid to every n-th voxel.
///
/// Agreement with SimpleITK 2.5.7 in the log field: within 0.002 on a phantom without shrinking; on
/// a T1 volume of 288x288x181 with shrink factor 4 a correlation of 0.998, in the mean 0.006 and at
/// most 0.04 apart.
public final class BiasCorrection {
  private final BiasSettings settings;

  public BiasCorrection(BiasSettings settings) {
    this.settings = settings;
  }

  /// The corrected volume: every voxel divided by the field.
  ///
  /// @param subject where the subject is
  /// @throws MalformedDataException if the volume is a time series, or has no positive voxel in the
  ///   region
  public Volume apply(Volume volume, Region subject) throws MalformedDataException {
    // Mask and samples are let go before the array for the result is made.
    BiasField field = fieldOf(volume, subject.maskOf(volume));
    float[] values = volume.toArray();
    field.takeOff(values);
    return volume.withVoxels(
        new FloatVoxels(values),
        VoxelLayout.xFastest(volume.shape()),
        volume.affine(),
        VoxelType.FLOAT32);
  }

  /// The field of a volume.
  ///
  /// @param mask where the subject is, on the volume's grid
  /// @throws MalformedDataException as [#apply]
  public BiasField fieldOf(Volume volume, Mask mask) throws MalformedDataException {
    VolumeShape shape = volume.shape();
    if (shape.isTimeSeries()) {
      throw new MalformedDataException(
          Reason.WRONG_KIND, "time axis", "a 3-D volume", shape.toString());
    }
    BiasSamples samples = BiasSamples.of(volume, mask, settings.shrink());
    return new BiasField(shape, estimate(new BiasIterations(settings, shape, samples)));
  }

  private SplineLattice estimate(BiasIterations iterations) {
    SplineLattice lattice = SplineLattice.zero(1);
    iterations.refine(lattice);
    for (int level = 1; level < settings.levels(); level++) {
      lattice = lattice.refined();
      iterations.refine(lattice);
    }
    return lattice;
  }
}
