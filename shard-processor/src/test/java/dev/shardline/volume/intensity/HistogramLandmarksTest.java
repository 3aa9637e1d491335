package dev.shardline.volume.intensity;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import dev.shardline.failure.MalformedDataException;
import dev.shardline.volume.Affine;
import dev.shardline.volume.ReferenceNoise;
import dev.shardline.volume.Volume;
import dev.shardline.volume.VolumeShape;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;

class HistogramLandmarksTest {
  private static final Region WHOLE = new Region.Whole();

  /// TorchIO 1.2.1 with volumes 1, 2 and 3 (tests/judges/make_intensity_reference.py).
  private static final double[] LANDMARKS = {
    0.0,
    2.4936707868166876,
    6.400774356536152,
    10.674378688264284,
    15.615041996757446,
    21.36285583676284,
    29.18549919442726,
    39.16678519045587,
    50.007216123435114,
    67.95844787606337,
    99.99999999999999
  };

  /// Every 61st voxel of volume 2, mapped to them.
  private static final double[] MAPPED = {
    86.19767761230469,
    25.85137939453125,
    3.633223533630371,
    2.8222029209136963,
    31.675268173217773,
    22.549161911010742,
    8.796693801879883,
    90.234375,
    -0.14665260910987854
  };

  @Test
  void theMeanLandmarksAreTorchIos() throws MalformedDataException {
    List<Double> mean = new ArrayList<>();
    for (int i = 0; i < LANDMARKS.length; i++) {
      double sum = 0;
      for (int seed = 1; seed <= 3; seed++) {
        sum += HistogramLandmarks.of(volume(seed), WHOLE).values().get(i);
      }
      mean.add(sum / 3);
    }
    for (int i = 0; i < LANDMARKS.length; i++) {
      assertThat(mean.get(i)).isCloseTo(LANDMARKS[i], within(1e-9));
    }
  }

  @Test
  void aMappedVolumeIsTorchIos() throws MalformedDataException {
    HistogramLandmarks landmarks =
        new HistogramLandmarks(Arrays.stream(LANDMARKS).boxed().toList());
    float[] mapped = landmarks.apply(volume(2), WHOLE).toArray();
    for (int i = 0; i < MAPPED.length; i++) {
      assertThat((double) mapped[i * 61]).isCloseTo(MAPPED[i], within(1e-4));
    }
  }

  @Test
  void aMappedVolumeHasTheLandmarks() throws MalformedDataException {
    HistogramLandmarks standard = HistogramLandmarks.of(volume(3), WHOLE);
    Volume mapped = standard.apply(volume(1), WHOLE);
    List<Double> found = HistogramLandmarks.of(mapped, WHOLE).values();
    for (int i = 0; i < found.size(); i++) {
      assertThat(found.get(i)).isCloseTo(standard.values().get(i), within(0.5));
    }
  }

  @Test
  void aConstantVolumeTeachesNothing() {
    Volume constant = Volume.ofFloats(new float[8], new VolumeShape(2, 2, 2), Affine.identity());
    assertThatThrownBy(() -> HistogramLandmarks.of(constant, WHOLE))
        .isInstanceOf(MalformedDataException.class)
        .hasMessageContaining("two different values");
  }

  /// Noise of another shape for every seed.
  private static Volume volume(int seed) {
    ReferenceNoise noise = new ReferenceNoise(seed);
    float[] values = new float[9 * 8 * 7];
    for (int i = 0; i < values.length; i++) {
      int first = noise.next() % 1000;
      values[i] = seed * 100 + (first * (noise.next() % 1000)) / (10 * seed);
    }
    return Volume.ofFloats(values, new VolumeShape(9, 8, 7), Affine.identity());
  }
}
