package dev.shardline.recipe.volume;

import static org.assertj.core.api.Assertions.assertThat;

import com.sun.management.ThreadMXBean;
import dev.shardline.dataset.ClassLabel;
import dev.shardline.dataset.Split;
import dev.shardline.failure.MalformedDataException;
import dev.shardline.recipe.Item;
import dev.shardline.recipe.SampleFacts;
import dev.shardline.volume.Affine;
import dev.shardline.volume.Axis;
import dev.shardline.volume.ReferenceNoise;
import dev.shardline.volume.Volume;
import dev.shardline.volume.VolumeShape;
import dev.shardline.volume.bias.BiasSettings;
import java.lang.management.ManagementFactory;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class CorrectBiasTest {
  private static final VolumeShape SHAPE = new VolumeShape(70, 61, 50);

  /// What the histogram of an iteration takes, whatever the volume's size.
  private static final long ITERATION_BYTES = 32 << 10;

  /// What is read at a time of a volume that does not lie with x fastest: 16 planes.
  private static final long PLANES_BYTES = 16 * 4 * 61 * 50;

  @ParameterizedTest
  @ValueSource(ints = {1, 2, 4, 5})
  void allocatesItsResultAndWhatItForeseesForTheFit(int shrink) throws MalformedDataException {
    Volume volume = turned();
    long result = 4 * SHAPE.voxels();
    long fit = step(shrink, 2).fitBytes(result);

    assertThat(allocatedBy(step(shrink, 2), volume))
        .isBetween(result, result + fit + PLANES_BYTES + 8 * ITERATION_BYTES);
  }

  @Test
  void moreIterationsAllocateNothingOfTheVolumesSize() throws MalformedDataException {
    Volume volume = turned();

    long few = allocatedBy(step(1, 2), volume);
    long many = allocatedBy(step(1, 12), volume);

    assertThat(many - few).isLessThan(4 * 10 * ITERATION_BYTES);
  }

  @Test
  void takesThreeVolumesAtMostWhereTheFieldIsNotFittedToEveryVoxel() {
    ForeseenVolume volume = ForeseenVolume.ofFloats(turned().grid(), 1);

    assertThat(peak(2, volume)).isLessThan(5 * volume.bytes() / 2);
    assertThat(peak(3, volume)).isEqualTo(2 * volume.bytes());
    assertThat(peak(4, volume)).isEqualTo(2 * volume.bytes());
    assertThat(peak(1, volume)).as("fitted to every voxel").isGreaterThan(3 * volume.bytes());
  }

  private static long peak(int shrink, ForeseenVolume volume) {
    return step(shrink, 50).footprint(volume).peakBytes();
  }

  /// Four levels of so many iterations each.
  private static CorrectBias step(int shrink, int iterations) {
    return new CorrectBias(
        RegionChoice.OTSU, new BiasSettings(shrink, 4, iterations, 0, 0.15, 0.01, 200));
  }

  private static long allocatedBy(CorrectBias step, Volume volume) throws MalformedDataException {
    Item item =
        Item.of(
            new SampleFacts("a", "sub-01", new ClassLabel("x", 0), Split.TRAIN, Map.of(), 1),
            volume);
    step.map(item);
    long before = allocated();
    step.map(item);
    return allocated() - before;
  }

  private static long allocated() {
    return ManagementFactory.getPlatformMXBean(ThreadMXBean.class).getCurrentThreadAllocatedBytes();
  }

  /// Noise around two values, z fastest in memory.
  private static Volume turned() {
    float[] values = new float[(int) SHAPE.voxels()];
    ReferenceNoise noise = new ReferenceNoise(3);
    for (int i = 0; i < values.length; i++) {
      values[i] = 100 + 800 * (i / 1000 % 2) + noise.next() % 50;
    }
    Volume volume = Volume.ofFloats(values, SHAPE, Affine.identity());
    return volume.withView(volume.layout().permute(Axis.Z, Axis.Y, Axis.X), volume.affine());
  }
}
