package dev.shardline.volume;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.shardline.data.Tensor;
import org.junit.jupiter.api.Test;

class VolumeTest {

  @Test
  void viewsAddressTheSameMemory() {
    Volume volume = counting(3, 4, 5, 2);
    VoxelLayout turned = volume.layout().permute(Axis.Z, Axis.X, Axis.Y).flip(Axis.Y);
    Volume view = volume.withView(turned, Affine.identity());

    assertThat(view.shape()).isEqualTo(new VolumeShape(5, 3, 4, 2));
    assertThat(view.at(4, 0, 2, 1)).isEqualTo(volume.at(2, 2, 4, 1));
    assertThat(view.stored()).isSameAs(volume.stored());
  }

  @Test
  void copiesAnyViewWithXFastest() {
    assertCopiesAnyView(counting(40, 35, 6, 2));
    assertCopiesAnyView(counting(40, 3, 34, 2));
  }

  private static void assertCopiesAnyView(Volume volume) {
    for (Axis[] order :
        new Axis[][] {
          {Axis.X, Axis.Y, Axis.Z},
          {Axis.X, Axis.Z, Axis.Y},
          {Axis.Y, Axis.X, Axis.Z},
          {Axis.Y, Axis.Z, Axis.X},
          {Axis.Z, Axis.X, Axis.Y},
          {Axis.Z, Axis.Y, Axis.X}
        }) {
      VoxelLayout layout = volume.layout().permute(order[0], order[1], order[2]).flip(Axis.X);
      assertCopies(volume.withView(layout, Affine.identity()));
      assertCopies(volume.withView(layout.flip(Axis.Z), Affine.identity()));
    }
  }

  private static void assertCopies(Volume view) {
    Volume compact = view.compact();
    VolumeShape shape = view.shape();
    Tensor tensor = VolumeTensors.of(view, VolumeTensors.AxisOrder.ZYX);
    assertThat(tensor.toFloats()).containsExactly(compact.values());
    for (int t = 0; t < shape.timePoints(); t++) {
      for (int z = 0; z < shape.z(); z++) {
        for (int y = 0; y < shape.y(); y++) {
          for (int x = 0; x < shape.x(); x++) {
            assertThat(compact.at(x, y, z, t)).isEqualTo(view.at(x, y, z, t));
          }
        }
      }
    }
  }

  @Test
  void elementwiseWorkKeepsTheViewInPlace() {
    Volume flipped = counting(3, 2, 2, 1);
    flipped = flipped.withView(flipped.layout().flip(Axis.X), Affine.identity());
    Volume block = flipped.withView(flipped.layout().block(1, 0, 1, 2, 2, 1), Affine.identity());

    for (Volume view : new Volume[] {flipped, block}) {
      float[] values = view.copyValues();
      for (int i = 0; i < values.length; i++) {
        values[i] *= 10;
      }
      Volume tenfold = view.withValues(values, VoxelType.FLOAT32);

      assertThat(tenfold.shape()).isEqualTo(view.shape());
      assertThat(tenfold.at(1, 1, 0)).isEqualTo(view.at(1, 1, 0) * 10);
      assertThat(tenfold.at(0, 0, 0)).isEqualTo(view.at(0, 0, 0) * 10);
    }
  }

  @Test
  void shortVoxelsReadAsFloats() {
    Volume volume =
        Volume.of(
            new ShortVoxels(new short[] {-5, 6, 7}),
            new VolumeShape(3, 1, 1),
            Affine.identity(),
            VoxelType.INT16);
    float[] row = new float[5];

    volume.readRow(0, 0, 0, row, 1);

    assertThat(row).containsExactly(0, -5, 6, 7, 0);
    assertThat(volume.values()).containsExactly(-5, 6, 7);
    assertThat(volume.memoryBytes()).isEqualTo(6);
  }

  @Test
  void becomesATensorInEitherAxisOrder() {
    Volume volume = counting(2, 3, 4, 1);

    assertThat(VolumeTensors.of(volume, VolumeTensors.AxisOrder.XYZ).shape())
        .containsExactly(2, 3, 4);
    assertThat(VolumeTensors.of(volume, VolumeTensors.AxisOrder.XYZ).toFloats())
        .startsWith(0, 6, 12, 18, 2);
    assertThat(VolumeTensors.of(volume, VolumeTensors.AxisOrder.ZYX).toFloats())
        .startsWith(0, 1, 2, 3);
    assertThat(VolumeTensors.of(counting(1, 1, 2, 3), VolumeTensors.AxisOrder.XYZ).shape())
        .containsExactly(3, 1, 1, 2);
  }

  @Test
  void affinesInvertAndCompose() {
    Affine affine = Affine.of(0, -2, 0.1, 5, 1.5, 0, 0, 6, 0, 0.2, 3, 7);

    assertThat(affine.times(affine.inverse()).distanceTo(Affine.identity())).isLessThan(1e-14);
    assertThat(affine.withOriginAt(1, 2, 3).apply(0, 0, 0)).isEqualTo(affine.apply(1, 2, 3));
    assertThat(Affine.scaling(1, 0, 1).isSingular()).isTrue();
    assertThat(Affine.scaling(1e-3, 1e-3, 1e-3).isSingular()).isFalse();
    assertThatThrownBy(() -> Affine.scaling(1, 0, 1).inverse())
        .isInstanceOf(IllegalArgumentException.class);
  }

  @Test
  void refusesShapesThatDoNotFitTheMemory() {
    assertThatThrownBy(
            () -> Volume.ofFloats(new float[7], new VolumeShape(2, 2, 2), Affine.identity()))
        .hasMessage("A volume of 2x2x2 has 8 voxels, not 7");
    assertThat(new VolumeShape(1 << 20, 1 << 20, 1 << 20, 1 << 20).voxels())
        .isEqualTo(Long.MAX_VALUE);
  }

  static Volume counting(int x, int y, int z, int t) {
    float[] values = new float[x * y * z * t];
    for (int i = 0; i < values.length; i++) {
      values[i] = i;
    }
    return Volume.ofFloats(values, new VolumeShape(x, y, z, t), Affine.identity());
  }
}
