package dev.shardline.volume.bias;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import dev.shardline.failure.MalformedDataException;
import dev.shardline.volume.Affine;
import dev.shardline.volume.ReferenceNoise;
import dev.shardline.volume.Volume;
import dev.shardline.volume.VolumeShape;
import dev.shardline.volume.intensity.Region;
import dev.shardline.volume.mask.Foreground;
import dev.shardline.volume.mask.Mask;
import org.junit.jupiter.api.Test;

class BiasCorrectionTest {
  private static final VolumeShape SHAPE = new VolumeShape(40, 36, 32);

  /// SimpleITK 2.5.7's field at (x, y, z), less its mean over the mask
  /// (tests/judges/make_intensity_reference.py).
  private static final double[][] REFERENCE = {
    {8, 18, 16, -0.13808},
    {32, 18, 16, 0.10488},
    {20, 7, 16, 0.03243},
    {20, 29, 16, 0.03752},
    {20, 18, 6, 0.03325},
    {20, 18, 26, -0.06791},
    {14, 12, 10, -0.04077},
    {28, 26, 24, 0.0304}
  };

  @Test
  void theFieldIsThatOfSimpleItk() throws MalformedDataException {
    Volume volume = biased();
    Mask mask = new Foreground.NonZero().of(volume);
    float[] field =
        new BiasCorrection(BiasSettings.STANDARD.with(1, 4, 50)).fieldOf(volume, mask).logarithms();
    double mean = meanOver(mask, field);
    for (double[] point : REFERENCE) {
      int at = (int) (point[0] + SHAPE.x() * (point[1] + SHAPE.y() * point[2]));
      assertThat(field[at] - mean).isCloseTo(point[3], within(2e-3));
    }
  }

  @Test
  void theFieldThatWasPutInIsFoundAlsoFromEveryThirdVoxel() throws MalformedDataException {
    Volume volume = biased();
    Mask mask = new Foreground.NonZero().of(volume);
    float[] field =
        new BiasCorrection(BiasSettings.STANDARD.with(3, 3, 50)).fieldOf(volume, mask).logarithms();
    float[] truth = logField();
    double offset = meanOver(mask, field) - meanOver(mask, truth);
    for (int i = 0; i < field.length; i++) {
      if (mask.array()[i]) {
        assertThat(field[i] - offset).isCloseTo(truth[i], within(0.05));
      }
    }
  }

  @Test
  void theCorrectedVolumeIsTheVolumeOverTheField() throws MalformedDataException {
    Volume volume = biased();
    Mask mask = new Foreground.NonZero().of(volume);
    BiasCorrection correction = new BiasCorrection(BiasSettings.STANDARD.with(4, 2, 5));
    float[] field = correction.fieldOf(volume, mask).logarithms();
    float[] corrected = correction.apply(volume, Region.nonZero()).toArray();
    float[] values = volume.toArray();
    for (int i = 0; i < values.length; i++) {
      assertThat((double) corrected[i]).isCloseTo(values[i] / Math.exp(field[i]), within(1e-3));
    }
  }

  @Test
  void aRefinedLatticeIsTheSameField() {
    double[] values = new double[5 * 5 * 5];
    ReferenceNoise noise = new ReferenceNoise(9);
    for (int i = 0; i < values.length; i++) {
      values[i] = noise.next() / 32768.0;
    }
    SplineLattice lattice = SplineLattice.of(2, values);
    float[] coarse = at(lattice);
    float[] fine = at(lattice.refined());
    for (int i = 0; i < coarse.length; i++) {
      assertThat(fine[i]).isCloseTo(coarse[i], within(1e-6f));
    }
  }

  private static float[] at(SplineLattice lattice) {
    return new BiasField(new VolumeShape(13, 11, 9), lattice).logarithms();
  }

  @Test
  void airAloneAndTimeSeriesAreRefused() {
    BiasCorrection correction = new BiasCorrection(BiasSettings.STANDARD);
    Volume air = Volume.ofFloats(new float[64], new VolumeShape(4, 4, 4), Affine.identity());
    Mask everywhere = new Foreground.Above(-1).of(air);
    assertThatThrownBy(() -> correction.fieldOf(air, everywhere))
        .isInstanceOf(MalformedDataException.class)
        .hasMessageContaining("above 0");
    Volume series = Volume.ofFloats(new float[128], new VolumeShape(4, 4, 4, 2), Affine.identity());
    assertThatThrownBy(() -> correction.fieldOf(series, everywhere))
        .isInstanceOf(MalformedDataException.class)
        .hasMessageContaining("3-D");
  }

  private static double meanOver(Mask mask, float[] field) {
    double sum = 0;
    for (int i = 0; i < field.length; i++) {
      sum += mask.array()[i] ? field[i] : 0;
    }
    return sum / mask.count();
  }

  /// Three tissues in an ellipsoid under a smooth field, with grain of 2 %.
  private static Volume biased() {
    float[] field = logField();
    float[] values = new float[field.length];
    ReferenceNoise noise = new ReferenceNoise(5);
    for (int i = 0; i < values.length; i++) {
      double r2 = 0;
      for (double share : shares(i)) {
        r2 += (2 * share - 1) * (2 * share - 1);
      }
      double tissue = r2 < 0.2 ? 1000 : r2 < 0.5 ? 700 : r2 < 0.85 ? 400 : 0;
      double grain = 1 + (noise.next() % 41 - 20) / 1000.0;
      values[i] = (float) (tissue * Math.exp(field[i]) * grain);
    }
    return Volume.ofFloats(values, SHAPE, Affine.identity());
  }

  private static float[] logField() {
    float[] field = new float[(int) SHAPE.voxels()];
    for (int i = 0; i < field.length; i++) {
      double[] share = shares(i);
      double v = share[1] - 0.5;
      field[i] = (float) (0.4 * (share[0] - 0.5) + 0.5 * v * v - 0.3 * (share[2] - 0.5) * share[0]);
    }
    return field;
  }

  /// How far along x, y and z a voxel lies, 0 to 1.
  private static double[] shares(int index) {
    return new double[] {
      index % SHAPE.x() / (SHAPE.x() - 1.0),
      index / SHAPE.x() % SHAPE.y() / (SHAPE.y() - 1.0),
      index / (SHAPE.x() * SHAPE.y()) / (SHAPE.z() - 1.0)
    };
  }
}
