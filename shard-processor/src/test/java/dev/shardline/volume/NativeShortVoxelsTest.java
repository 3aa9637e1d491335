package dev.shardline.volume;

import static org.assertj.core.api.Assertions.assertThat;

import dev.shardline.volume.VolumeTensors.AxisOrder;
import dev.shardline.volume.geometry.Cropping;
import dev.shardline.volume.resample.Border;
import dev.shardline.volume.resample.Interpolation;
import dev.shardline.volume.resample.Resampling;
import dev.shardline.volume.statistics.Moments;
import java.lang.foreign.Arena;
import java.lang.foreign.MemorySegment;
import java.util.List;
import java.util.function.UnaryOperator;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/// Whatever is made of 16-bit voxels outside the heap is what would be made of an array of them.
class NativeShortVoxelsTest {
  private static final VolumeShape SHAPE = new VolumeShape(23, 19, 17, 2);
  private static final Affine LEANING =
      Affine.of(-0.9, 0.2, 0, 11, 0.1, 1.3, -0.3, -7, 0, 0.4, 2, 5);
  private static final Affine ALONG = Affine.scaling(1, 1.2, 1.5);

  private static Volume outside(Volume volume) {
    MemorySegment array = MemorySegment.ofArray(((ShortVoxels) volume.stored()).array());
    // As behind a header of 352 bytes, and at no multiple of a vector's length.
    MemorySegment memory = Arena.ofAuto().allocate(352 + array.byteSize()).asSlice(352);
    Voxels voxels = new NativeShortVoxels(memory.copyFrom(array));
    return Volume.of(voxels, volume.shape(), volume.affine(), VoxelType.INT16);
  }

  private static void assertSameAfter(Affine affine, UnaryOperator<Volume> change) {
    Volume volume = Volumes.randomShorts(SHAPE, affine, 5);
    Volume actual = change.apply(outside(volume));
    Volume expected = change.apply(volume);
    assertThat(actual.shape()).isEqualTo(expected.shape());
    assertThat(actual.toArray()).isEqualTo(expected.toArray());
    assertThat(actual.at(3, 2, 1, 1)).isEqualTo(expected.at(3, 2, 1, 1));
    assertThat(Moments.of(actual)).isEqualTo(Moments.of(expected));
    for (AxisOrder order : AxisOrder.values()) {
      assertThat(VolumeTensors.of(actual, order).bytes())
          .isEqualTo(VolumeTensors.of(expected, order).bytes());
    }
  }

  private static Volume turned(Volume volume) {
    VoxelLayout layout = volume.layout().permute(Axis.Z, Axis.X, Axis.Y).flip(Axis.Y);
    return volume.withView(layout, volume.affine());
  }

  @Test
  void viewsPaddingAndComputedValuesAreThoseOfAnArray() {
    assertSameAfter(ALONG, volume -> volume);
    assertSameAfter(ALONG, NativeShortVoxelsTest::turned);
    assertSameAfter(ALONG, volume -> Cropping.padOrCrop(turned(volume), 30, 9, 20, -1));
    assertSameAfter(
        ALONG,
        volume ->
            volume.mapped(
                (values, from, to) -> {
                  for (int i = from; i < to; i++) {
                    values[i] = values[i] / 7;
                  }
                },
                VoxelType.FLOAT32));
  }

  @ParameterizedTest
  @EnumSource(Interpolation.class)
  void resamplesToTheBitsOfAnArray(Interpolation interpolation) {
    for (Border border : Border.values()) {
      for (boolean fractions : List.of(true, false)) {
        Resampling resampling = new Resampling(interpolation, border, fractions, fractions);
        for (Affine affine : List.of(LEANING, ALONG)) {
          assertSameAfter(affine, volume -> resampled(resampling, volume));
          assertSameAfter(affine, volume -> resampled(resampling, turned(volume)));
        }
      }
    }
  }

  private static Volume resampled(Resampling resampling, Volume volume) {
    return resampling.apply(volume, volume.grid().alongPatientAxes(Spacing.isotropic(1.1)));
  }
}
