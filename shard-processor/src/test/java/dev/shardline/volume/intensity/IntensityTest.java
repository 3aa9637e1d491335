package dev.shardline.volume.intensity;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import dev.shardline.failure.MalformedDataException;
import dev.shardline.failure.Reason;
import dev.shardline.volume.Affine;
import dev.shardline.volume.Volume;
import dev.shardline.volume.VolumeShape;
import dev.shardline.volume.Volumes;
import dev.shardline.volume.VoxelType;
import dev.shardline.volume.intensity.ZScore.Outside;
import dev.shardline.volume.mask.Foreground;
import dev.shardline.volume.mask.Mask;
import dev.shardline.volume.statistics.Moments;
import org.junit.jupiter.api.Test;

class IntensityTest {
  private static final Region WHOLE = new Region.Whole();

  @Test
  void zScoreOverTheWholeHasMeanZeroAndDeviationOne() throws Exception {
    Volume volume = Volumes.random(new VolumeShape(20, 10, 10), Affine.identity(), 1);

    Volume normal = normalise(new ZScore(WHOLE, Outside.NORMALISE), volume);

    Moments moments = Moments.of(normal.values());
    assertThat(moments.mean()).isCloseTo(0, within(1e-7));
    assertThat(moments.deviation()).isCloseTo(1, within(1e-6));
    assertThat(normal.type()).isEqualTo(VoxelType.FLOAT32);
  }

  @Test
  void zScoreOverNonZeroKeepsZeros() throws Exception {
    Volume volume = Volumes.of(4, 1, 1, 0, 1, 3, 0);

    assertThat(normalise(new ZScore(Region.nonZero(), Outside.KEEP), volume).toArray())
        .containsExactly(0, -1, 1, 0);
    assertThat(normalise(new ZScore(Region.nonZero(), Outside.NORMALISE), volume).toArray())
        .containsExactly(-2, -1, 1, -2);
  }

  @Test
  void zScoreOverAMaskOrARuleLeavesTheRestAsToldTo() throws Exception {
    Volume volume = Volumes.of(4, 1, 1, 5, 100, 102, 5);
    Mask mask = new Mask(volume.shape(), new boolean[] {false, true, true, false});

    for (Region region :
        new Region[] {new Region.Given(mask), new Region.Subject(new Foreground.Otsu())}) {
      assertThat(normalise(new ZScore(region, Outside.KEEP), volume).toArray())
          .containsExactly(5, -1, 1, 5);
      assertThat(normalise(new ZScore(region, Outside.NORMALISE), volume).toArray())
          .containsExactly(-96, -1, 1, -96);
    }
  }

  @Test
  void aConstantVolumeBecomesZero() throws Exception {
    assertThat(
            normalise(new ZScore(WHOLE, Outside.NORMALISE), Volumes.of(3, 1, 1, 7, 7, 7)).toArray())
        .containsExactly(0, 0, 0);
    assertThat(Scaling.minMax(Volumes.of(2, 1, 1, 7, 7), WHOLE, -1, 1).toArray())
        .containsExactly(-1, -1);
    assertThat(Scaling.gamma(Volumes.of(2, 1, 1, 7, 7), 2).toArray()).containsExactly(7, 7);
    assertThat(Scaling.robust(Volumes.of(2, 1, 1, 7, 7), WHOLE).toArray()).containsExactly(0, 0);
  }

  @Test
  void emptyRegionsAndMasksOfAnotherGridAreRefused() {
    Volume empty = Volumes.of(2, 1, 1, 0, 0);
    Mask other = new Mask(new VolumeShape(1, 1, 1), new boolean[] {true});

    assertThatThrownBy(() -> new ZScore(Region.nonZero(), Outside.KEEP).statisticsOf(empty))
        .isInstanceOfSatisfying(
            MalformedDataException.class,
            e -> assertThat(e.reason()).isEqualTo(Reason.CHECK_FAILED))
        .hasMessageContaining("foreground: expected at least one voxel, found none");
    assertThatThrownBy(() -> new Region.Given(other).valuesOf(empty))
        .hasMessageContaining("mask: expected the volume's shape 2x1x1, found 1x1x1");
  }

  @Test
  void rangesAreScaledLinearly() throws Exception {
    Volume volume = Volumes.of(5, 1, 1, 0, 1, 2, 3, 4);

    assertThat(Scaling.minMax(volume, WHOLE, 0, 1).toArray())
        .containsExactly(0, 0.25f, 0.5f, 0.75f, 1);
    assertThat(Scaling.robust(volume, WHOLE).toArray()).containsExactly(-1, -0.5f, 0, 0.5f, 1);
    assertThat(Scaling.gamma(volume, 2).toArray()).containsExactly(0, 0.25f, 1, 2.25f, 4);
    assertThat(new LinearMap(1, 3, 0, 10, true).apply(volume).toArray())
        .containsExactly(0, 0, 5, 10, 10);
  }

  @Test
  void percentilesClip() throws Exception {
    Volume volume = Volumes.counting(101, 1, 1);
    PercentileRange range = new PercentileRange(WHOLE, 10, 90);

    assertThat(range.of(volume)).containsExactly(10, 90);
    assertThat(PercentileRange.clip(volume, range.of(volume)).toArray())
        .startsWith(10, 10)
        .contains(50)
        .endsWith(90, 90);
    assertThatThrownBy(() -> new PercentileRange(WHOLE, 90, 10))
        .isInstanceOf(IllegalArgumentException.class);
  }

  @Test
  void equalisingMakesEveryRangeEquallyFull() throws Exception {
    Volume volume = Volumes.random(new VolumeShape(50, 50, 10), Affine.identity(), 2);

    float[] flat = new HistogramEqualisation(WHOLE, 256).apply(volume).toArray();

    int[] tenths = new int[10];
    for (float value : flat) {
      tenths[Math.min((int) (value * 10), 9)]++;
    }
    for (int count : tenths) {
      assertThat(count).isBetween(2100, 2900);
    }
  }

  private static Volume normalise(ZScore score, Volume volume) throws MalformedDataException {
    return score.apply(volume, score.statisticsOf(volume));
  }
}
