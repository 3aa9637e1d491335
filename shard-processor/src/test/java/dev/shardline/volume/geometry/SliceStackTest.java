package dev.shardline.volume.geometry;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import dev.shardline.image.Float32Image;
import dev.shardline.volume.Affine;
import dev.shardline.volume.Axis;
import dev.shardline.volume.Volume;
import dev.shardline.volume.VolumeShape;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class SliceStackTest {
  private static final VolumeShape SHAPE = new VolumeShape(4, 5, 6, 1);

  /// Turned (x runs to the front, y downwards, z to the left), tilted and not isotropic.
  private static final Affine PLACE =
      Affine.of(0.1, 0.2, -3, 10, 2, 0.1, 0.3, -20, 0.2, -1.5, 0.1, 30);

  /// Every voxel's value is its own place along an axis, in millimetres.
  private static Volume coordinates(Axis axis) {
    float[] values = new float[(int) SHAPE.voxels()];
    for (int i = 0; i < values.length; i++) {
      double[] place = PLACE.apply(i % 4, i / 4 % 5, i / 20);
      values[i] = (float) place[axis.index()];
    }
    return Volume.ofFloats(values, SHAPE, PLACE);
  }

  @ParameterizedTest
  @EnumSource
  void theAffineOfASliceTellsWhereItsPixelsLie(Plane plane) {
    for (Axis axis : Axis.values()) {
      SliceStack stack = SliceStack.of(coordinates(axis), plane, 0);
      for (int index = 0; index < stack.count(); index++) {
        Float32Image slice = stack.slice(index);
        for (int row = 0; row < slice.shape().height(); row++) {
          for (int column = 0; column < slice.shape().width(); column++) {
            double[] place = stack.affine(index).apply(column, row, 0);
            int at = row * slice.shape().width() + column;
            assertThat(place[axis.index()]).isCloseTo(slice.pixels()[at], within(1e-4));
          }
        }
      }
    }
  }
}
