package dev.shardline.volume;

import static org.assertj.core.api.Assertions.assertThat;

import dev.shardline.volume.VolumeTensors.AxisOrder;
import dev.shardline.volume.geometry.Cropping;
import dev.shardline.volume.mask.VoxelBox;
import dev.shardline.volume.statistics.Moments;
import java.lang.ref.WeakReference;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/// Whatever is read of values that are computed when they are read is what would be read of an
/// array of them.
class LazyVoxelsTest {
  private static final VolumeShape SHAPE = new VolumeShape(37, 33, 41);

  /// Cuts off, then scales: in another order the values would be others.
  private static Volume twiceMapped(Volume volume) {
    return volume
        .mapped(
            (values, from, to) -> {
              for (int i = from; i < to; i++) {
                values[i] = Math.min(120, values[i]);
              }
            },
            VoxelType.FLOAT32)
        .mapped(
            (values, from, to) -> {
              for (int i = from; i < to; i++) {
                values[i] = (float) ((values[i] - 3.3) * 0.7);
              }
            },
            VoxelType.FLOAT32);
  }

  private static Volume inAnArray(Volume volume) {
    float[] values = volume.copyValues();
    for (int i = 0; i < values.length; i++) {
      values[i] = (float) ((Math.min(120, values[i]) - 3.3) * 0.7);
    }
    return volume.withValues(values, VoxelType.FLOAT32);
  }

  static Stream<Volume> volumes() {
    List<Volume> all = new ArrayList<>();
    for (Volume stored :
        List.of(
            Volumes.random(SHAPE, Affine.identity(), 1),
            Volumes.randomShorts(SHAPE, Affine.identity(), 2),
            Volumes.random(SHAPE.withTimePoints(3), Affine.identity(), 3))) {
      VoxelLayout turned = stored.layout().permute(Axis.Z, Axis.X, Axis.Y).flip(Axis.Y);
      Volume view = stored.withView(turned, Affine.identity());
      all.add(stored);
      all.add(view);
      all.add(Cropping.crop(view, new VoxelBox(1, 2, 3, 20, 33, 8)));
    }
    return all.stream();
  }

  @ParameterizedTest
  @MethodSource("volumes")
  void everyWayOfReadingGivesTheMappedValues(Volume volume) {
    Volume mapped = twiceMapped(volume);
    Volume expected = inAnArray(volume);

    assertThat(mapped.shape()).isEqualTo(expected.shape());
    assertThat(mapped.toArray()).containsExactly(expected.toArray());
    assertThat(mapped.values()).containsExactly(expected.values());
    assertThat(mapped.copyValues()).containsExactly(expected.values());
    assertThat(mapped.compact().values()).containsExactly(expected.compact().values());
    assertThat(mapped.computed().values()).containsExactly(expected.values());
    assertThat(mapped.computed().layout()).isEqualTo(mapped.layout());
    assertThat(mapped.at(3, 4, 5)).isEqualTo(expected.at(3, 4, 5));
    for (AxisOrder order : AxisOrder.values()) {
      assertThat(VolumeTensors.of(mapped, order).bytes())
          .containsExactly(VolumeTensors.of(expected, order).bytes());
    }
    assertThat(Cropping.padOrCrop(mapped, 50, 20, 41, -1).toArray())
        .containsExactly(Cropping.padOrCrop(expected, 50, 20, 41, -1).toArray());
  }

  @ParameterizedTest
  @MethodSource("volumes")
  void sumsAreTheSameToTheBit(Volume volume) {
    Volume mapped = twiceMapped(volume);
    float[] values = inAnArray(volume).values();

    assertThat(Moments.of(mapped)).isEqualTo(Moments.of(values));
    assertThat(Moments.ofNonZero(mapped)).isEqualTo(Moments.ofNonZero(values));
  }

  @Test
  void onceTheyAreInAnArrayWhatTheyWereComputedOfIsLetGo() {
    Volume original = Volumes.random(SHAPE, Affine.identity(), 4);
    WeakReference<float[]> array = new WeakReference<>(original.values());
    float[] expected = inAnArray(original).values();
    Volume mapped = twiceMapped(original);
    original = null;

    StoredVoxels stored = mapped.stored();
    System.gc();

    assertThat(array.get()).isNull();
    assertThat(mapped.stored()).isSameAs(stored);
    assertThat(mapped.values()).isSameAs(((FloatVoxels) stored).array()).containsExactly(expected);
    assertThat(mapped.toArray()).containsExactly(expected);
  }

  @ParameterizedTest
  @MethodSource("volumes")
  void takesNoMoreMemoryThanAnArrayWould(Volume volume) {
    assertThat(twiceMapped(volume).memoryBytes())
        .isLessThanOrEqualTo(Math.max(volume.memoryBytes(), volume.shape().voxels() * 4));
  }
}
