package dev.shardline.volume;

import static org.assertj.core.api.Assertions.assertThat;

import dev.shardline.volume.VolumeTensors.AxisOrder;
import dev.shardline.volume.geometry.Cropping;
import dev.shardline.volume.statistics.Moments;
import java.lang.ref.WeakReference;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/// A padded volume, whose voxels are read where they lie, is to the bit the one that was written
/// into an array of padding.
class PaddedVoxelsTest {

  /// Cut or padded about the centre: voxel by voxel, into an array.
  private static Volume inAnArray(Volume volume, VolumeShape target, float padding) {
    float[] values = new float[(int) target.voxels()];
    VolumeShape shape = volume.shape();
    int at = 0;
    for (int t = 0; t < target.timePoints(); t++) {
      for (int z = 0; z < target.z(); z++) {
        for (int y = 0; y < target.y(); y++) {
          for (int x = 0; x < target.x(); x++) {
            int fromX = x - before(shape.x(), target.x());
            int fromY = y - before(shape.y(), target.y());
            int fromZ = z - before(shape.z(), target.z());
            boolean inside =
                fromX >= 0
                    && fromX < shape.x()
                    && fromY >= 0
                    && fromY < shape.y()
                    && fromZ >= 0
                    && fromZ < shape.z();
            values[at++] = inside ? volume.at(fromX, fromY, fromZ, t) : padding;
          }
        }
      }
    }
    return Volume.ofFloats(values, target, volume.affine());
  }

  private static int before(int extent, int target) {
    return extent > target ? -(extent / 2 - target / 2) : (target - extent) / 2;
  }

  private static VolumeShape shape(Random random, int points) {
    return new VolumeShape(
        1 + random.nextInt(40), 1 + random.nextInt(40), 1 + random.nextInt(40), points);
  }

  /// Floats or shorts, turned, flipped, cut off or not.
  private static Volume volume(Random random, int points) {
    VolumeShape shape = shape(random, points);
    Volume stored =
        random.nextBoolean()
            ? Volumes.random(shape, Affine.identity(), random.nextLong())
            : Volumes.randomShorts(shape, Affine.identity(), random.nextLong());
    VoxelLayout turned =
        switch (random.nextInt(3)) {
          case 0 -> stored.layout();
          case 1 -> stored.layout().permute(Axis.Z, Axis.X, Axis.Y).flip(Axis.Y);
          default -> stored.layout().permute(Axis.Y, Axis.X, Axis.Z).flip(Axis.X).flip(Axis.Z);
        };
    Volume view = stored.withView(turned, Affine.identity());
    return random.nextBoolean() ? view : cutOff(view);
  }

  private static Volume cutOff(Volume volume) {
    return volume.mapped(
        (values, from, to) -> {
          for (int i = from; i < to; i++) {
            values[i] = Math.min(100, values[i]);
          }
        },
        VoxelType.FLOAT32);
  }

  @ParameterizedTest
  @ValueSource(floats = {0, -1, 0.5f, -0.0f})
  void everyWayOfReadingGivesTheArraysValues(float padding) {
    Random random = new Random(23);
    for (int i = 0; i < 60; i++) {
      int points = 1 + random.nextInt(2);
      Volume volume = volume(random, points);
      VolumeShape target = shape(random, points);
      Volume padded = Cropping.padOrCrop(volume, target.x(), target.y(), target.z(), padding);
      Volume expected = inAnArray(volume, target, padding + 0f);

      assertThat(padded.shape()).isEqualTo(target);
      for (AxisOrder order : AxisOrder.values()) {
        assertThat(VolumeTensors.of(padded, order).bytes())
            .containsExactly(VolumeTensors.of(expected, order).bytes());
      }
      VoxelLayout other = padded.layout().permute(Axis.Y, Axis.Z, Axis.X).flip(Axis.Y);
      assertThat(padded.withView(other, Affine.identity()).toArray())
          .containsExactly(expectedView(padded, expected).toArray());
      assertThat(Moments.of(cutOff(padded)).count()).isEqualTo(target.voxels());
      assertThat(padded.at(0, 0, 0)).isEqualTo(expected.at(0, 0, 0));
      assertThat(padded.toArray()).containsExactly(expected.toArray());
      assertThat(padded.computed().toArray()).containsExactly(expected.toArray());
      assertThat(cutOff(padded).toArray()).containsExactly(cutOff(expected).toArray());
    }
  }

  private static Volume expectedView(Volume padded, Volume expected) {
    boolean sameOrder = padded.layout().equals(expected.layout());
    Volume plain = sameOrder ? expected : expected.compact();
    VoxelLayout other = plain.layout().permute(Axis.Y, Axis.Z, Axis.X).flip(Axis.Y);
    return plain.withView(other, Affine.identity());
  }

  @Test
  void voxelsAnyDistanceApartAreTheArrays() {
    Random random = new Random(5);
    for (int i = 0; i < 200; i++) {
      VolumeShape shape = shape(random, 2);
      Volume volume = Volumes.random(shape, Affine.identity(), i);
      VolumeShape target =
          new VolumeShape(
              shape.x() + random.nextInt(4),
              shape.y() + random.nextInt(4),
              shape.z() + 1 + random.nextInt(4),
              2);
      Voxels padded = new PaddedVoxels(target, volume.stored(), volume.layout(), 0, 0, 1, 7);
      float[] all = new float[padded.length()];
      padded.copyTo(0, all, 0, all.length);
      int stride = random.nextInt(2 * target.x() * target.y()) - target.x() * target.y();
      int from = random.nextInt(padded.length());
      int most =
          stride > 0 ? (padded.length() - 1 - from) / stride : stride < 0 ? from / -stride : 9;
      float[] gathered = new float[1 + Math.min(50, most)];

      padded.gatherTo(from, stride, gathered, 0, gathered.length);

      for (int j = 0; j < gathered.length; j++) {
        assertThat(gathered[j]).isEqualTo(all[from + j * stride]);
      }
    }
  }

  @Test
  void onceItIsInAnArrayWhatWasPaddedIsLetGo() {
    Volume original = Volumes.random(new VolumeShape(30, 30, 30), Affine.identity(), 4);
    WeakReference<float[]> array = new WeakReference<>(original.values());
    Volume padded = Cropping.padOrCrop(original, 20, 40, 30, 0);
    original = null;

    StoredVoxels stored = padded.stored();
    System.gc();

    assertThat(array.get()).isNull();
    assertThat(padded.stored()).isSameAs(stored);
  }
}
