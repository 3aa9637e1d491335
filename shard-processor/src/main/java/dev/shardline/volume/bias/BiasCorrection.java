package dev.shardline.volume.bias;

import dev.shardline.failure.MalformedDataException;
import dev.shardline.failure.Reason;
import dev.shardline.volume.FloatVoxels;
import dev.shardline.volume.Volume;
import dev.shardline.volume.VolumeShape;
import dev.shardline.volume.VoxelLayout;
import dev.shardline.volume.VoxelType;
import dev.shardline.volume.mask.Mask;
import java.util.Arrays;

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
  /// @param mask where the subject is, on the volume's grid
  /// @throws MalformedDataException if the volume is a time series, or has no positive voxel in the
  ///   mask
  public Volume apply(Volume volume, Mask mask) throws MalformedDataException {
    float[] logField = logField(volume, mask);
    float[] values = volume.toArray();
    for (int i = 0; i < values.length; i++) {
      values[i] = (float) (values[i] / StrictMath.exp(logField[i]));
    }
    return volume.withVoxels(
        new FloatVoxels(values),
        VoxelLayout.xFastest(volume.shape()),
        volume.affine(),
        VoxelType.FLOAT32);
  }

  /// The natural logarithm of the field at every voxel, x fastest.
  ///
  /// @throws MalformedDataException as [#apply]
  public float[] logField(Volume volume, Mask mask) throws MalformedDataException {
    VolumeShape shape = volume.shape();
    if (shape.isTimeSeries()) {
      throw new MalformedDataException(
          Reason.WRONG_KIND, "time axis", "a 3-D volume", shape.toString());
    }
    BiasSamples samples = BiasSamples.of(volume, mask, settings.shrink());
    SplineLattice lattice = estimate(shape, samples);
    return lattice.at(
        new AxisBasis(shape.x(), 1, lattice.spans()),
        new AxisBasis(shape.y(), 1, lattice.spans()),
        new AxisBasis(shape.z(), 1, lattice.spans()));
  }

  private SplineLattice estimate(VolumeShape shape, BiasSamples samples) {
    SplineLattice lattice = SplineLattice.zero(1);
    for (int level = 0; level < settings.levels(); level++) {
      lattice = level == 0 ? lattice : lattice.refined();
      lattice = new Level(shape, samples, lattice.spans()).refine(lattice);
    }
    return lattice;
  }

  /// The iterations with one number of spans.
  private final class Level {
    private final BiasSamples samples;
    private final AxisBasis x;
    private final AxisBasis y;
    private final AxisBasis z;
    private final ScatteredFit fit;
    private final HistogramSharpening sharpening = new HistogramSharpening(settings);

    Level(VolumeShape shape, BiasSamples samples, int spans) {
      this.samples = samples;
      this.x = new AxisBasis(shape.x(), settings.shrink(), spans);
      this.y = new AxisBasis(shape.y(), settings.shrink(), spans);
      this.z = new AxisBasis(shape.z(), settings.shrink(), spans);
      this.fit = new ScatteredFit(x, y, z, samples.mask());
    }

    SplineLattice refine(SplineLattice start) {
      SplineLattice lattice = start;
      float[] field = fieldOf(lattice);
      double change = Double.POSITIVE_INFINITY;
      for (int i = 0; i < settings.iterations() && change > settings.threshold(); i++) {
        float[] corrected = samples.minus(field);
        float[] residual = sharpening.sharpen(corrected);
        for (int k = 0; k < residual.length; k++) {
          residual[k] = corrected[k] - residual[k];
        }
        lattice =
            lattice.plus(SplineLattice.of(lattice.spans(), fit.fit(samples.spread(residual))));
        float[] next = fieldOf(lattice);
        change = change(field, next);
        field = next;
      }
      return lattice;
    }

    private float[] fieldOf(SplineLattice lattice) {
      return samples.inMask(lattice.at(x, y, z));
    }
  }

  /// Deviation over mean of the ratio of two fields.
  private static double change(float[] before, float[] after) {
    double[] ratios = new double[before.length];
    for (int i = 0; i < ratios.length; i++) {
      ratios[i] = StrictMath.exp(before[i] - after[i]);
    }
    double mean = Arrays.stream(ratios).sum() / ratios.length;
    double squares = 0;
    for (double ratio : ratios) {
      squares += (ratio - mean) * (ratio - mean);
    }
    return Math.sqrt(squares / Math.max(1, ratios.length - 1)) / mean;
  }
}
