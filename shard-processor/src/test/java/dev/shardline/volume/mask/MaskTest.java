package dev.shardline.volume.mask;

import static org.assertj.core.api.Assertions.assertThat;

import dev.shardline.volume.Affine;
import dev.shardline.volume.Axis;
import dev.shardline.volume.ShortVoxels;
import dev.shardline.volume.Volume;
import dev.shardline.volume.VolumeShape;
import dev.shardline.volume.Volumes;
import dev.shardline.volume.VoxelType;
import java.util.ArrayDeque;
import java.util.Arrays;
import java.util.Deque;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;

class MaskTest {

  @Test
  void theBoxSurroundsAllSetVoxels() {
    boolean[] set = new boolean[5 * 6 * 7];
    set[(2 * 6 + 1) * 5 + 3] = true;
    set[(4 * 6 + 5) * 5 + 1] = true;
    Mask mask = new Mask(new VolumeShape(5, 6, 7), set);

    assertThat(mask.boundingBox()).contains(new VoxelBox(1, 1, 2, 3, 5, 3));
    assertThat(mask.count()).isEqualTo(2);
    assertThat(new Mask(new VolumeShape(1, 1, 1), new boolean[1]).boundingBox()).isEmpty();
  }

  @Test
  void boxesGrowAsFarAsTheVolumeReaches() {
    VoxelBox box = new VoxelBox(1, 4, 0, 2, 2, 3);

    assertThat(box.enlarged(2, new VolumeShape(9, 7, 3))).isEqualTo(new VoxelBox(0, 2, 0, 5, 5, 3));
  }

  @Test
  void largestPartAndFilledHolesEqualThoseFoundByFloodFilling() {
    Random random = new Random(4);
    for (int i = 0; i < 60; i++) {
      VolumeShape shape =
          new VolumeShape(1 + random.nextInt(9), 1 + random.nextInt(9), 1 + random.nextInt(9));
      boolean[] set = new boolean[(int) shape.voxels()];
      double density = random.nextDouble();
      for (int v = 0; v < set.length; v++) {
        set[v] = random.nextDouble() < density;
      }
      Mask mask = new Mask(shape, set);

      int[] parts = flood(shape, set, true, true);
      int[] holes = flood(shape, set, false, false);

      assertThat(MaskShapes.largestPart(mask).array()).isEqualTo(largest(parts));
      assertThat(MaskShapes.withHolesFilled(mask).array()).isEqualTo(filled(shape, set, holes));
    }
  }

  /// Short integers whose axes are turned are looked at where they lie.
  @Test
  void theSubjectIsTheSameHoweverTheVolumeLiesInMemory() {
    VolumeShape shape = new VolumeShape(21, 18, 37);
    short[] values = new short[(int) shape.voxels()];
    Random random = new Random(9);
    for (int i = 0; i < values.length; i++) {
      values[i] =
          (short) (random.nextInt(3) == 0 ? 0 : 300 * random.nextInt(2) + random.nextInt(60));
    }
    Volume stored = Volume.of(new ShortVoxels(values), shape, Affine.identity(), VoxelType.INT16);
    Volume turned =
        stored.withView(
            stored.layout().permute(Axis.Z, Axis.X, Axis.Y).flip(Axis.Y), stored.affine());
    Volume copy = Volume.ofFloats(turned.toArray(), turned.shape(), turned.affine());

    for (Foreground rule :
        List.of(
            new Foreground.NonZero(),
            new Foreground.Above(310),
            new Foreground.Otsu(),
            new Foreground.AbovePercentile(70))) {
      assertThat(rule.of(turned).array()).as(rule.toString()).isEqualTo(rule.of(copy).array());
    }
  }

  @Test
  void foregroundRulesPickTheSubject() {
    Volume volume = Volumes.of(5, 1, 1, 0, 10, 0, 200, 210);

    assertThat(new Foreground.NonZero().of(volume).array())
        .containsExactly(false, true, false, true, true);
    assertThat(new Foreground.Above(10).of(volume).array())
        .containsExactly(false, false, false, true, true);
    assertThat(new Foreground.Otsu().of(volume).array())
        .containsExactly(false, false, false, true, true);
    assertThat(new Foreground.AbovePercentile(75).of(volume).array())
        .containsExactly(false, false, false, false, true);
  }

  @Test
  void foregroundOfATimeSeriesIsThatOfItsMean() {
    Volume series =
        Volume.ofFloats(new float[] {0, 4, 8, 0}, new VolumeShape(2, 1, 1, 2), Affine.identity());

    assertThat(new Foreground.Above(3).of(series).array()).containsExactly(true, false);
  }

  @Test
  void otsuSeparatesTwoHeapsAndTakesAConstantVolumeAsItIs() {
    float[] values = new float[1000];
    for (int i = 0; i < values.length; i++) {
      values[i] = i < 700 ? i % 10 : 500 + i % 50;
    }
    Volume heaps = Volume.ofFloats(values, new VolumeShape(10, 10, 10), Affine.identity());

    assertThat(OtsuThreshold.of(heaps)).isBetween(9f, 500f);
    assertThat(OtsuThreshold.of(Volumes.of(2, 1, 1, 3, 3))).isEqualTo(3);
  }

  /// Labels every voxel with the index of the first voxel of its part; -1 where not `value`.
  private static int[] flood(VolumeShape shape, boolean[] set, boolean value, boolean corners) {
    int[] labels = new int[set.length];
    Arrays.fill(labels, -1);
    for (int seed = 0; seed < set.length; seed++) {
      if (set[seed] == value && labels[seed] < 0) {
        Deque<Integer> open = new ArrayDeque<>();
        open.add(seed);
        labels[seed] = seed;
        while (!open.isEmpty()) {
          int at = open.poll();
          int x = at % shape.x();
          int y = at / shape.x() % shape.y();
          int z = at / shape.x() / shape.y();
          for (int n = 0; n < 27; n++) {
            int dx = n % 3 - 1;
            int dy = n / 3 % 3 - 1;
            int dz = n / 9 - 1;
            boolean near = corners || Math.abs(dx) + Math.abs(dy) + Math.abs(dz) == 1;
            int nx = x + dx;
            int ny = y + dy;
            int nz = z + dz;
            boolean inside =
                nx >= 0 && ny >= 0 && nz >= 0 && nx < shape.x() && ny < shape.y() && nz < shape.z();
            int next = (nz * shape.y() + ny) * shape.x() + nx;
            if (near && inside && set[next] == value && labels[next] < 0) {
              labels[next] = seed;
              open.add(next);
            }
          }
        }
      }
    }
    return labels;
  }

  private static boolean[] largest(int[] labels) {
    int[] sizes = new int[labels.length];
    for (int label : labels) {
      if (label >= 0) {
        sizes[label]++;
      }
    }
    int best = 0;
    for (int i = 0; i < sizes.length; i++) {
      best = sizes[i] > sizes[best] ? i : best;
    }
    boolean[] kept = new boolean[labels.length];
    for (int i = 0; i < kept.length; i++) {
      kept[i] = labels[i] == best;
    }
    return kept;
  }

  private static boolean[] filled(VolumeShape shape, boolean[] set, int[] labels) {
    boolean[] open = new boolean[set.length];
    for (int i = 0; i < set.length; i++) {
      int x = i % shape.x();
      int y = i / shape.x() % shape.y();
      int z = i / shape.x() / shape.y();
      boolean border =
          x == 0
              || y == 0
              || z == 0
              || x == shape.x() - 1
              || y == shape.y() - 1
              || z == shape.z() - 1;
      if (labels[i] >= 0 && border) {
        open[labels[i]] = true;
      }
    }
    boolean[] result = set.clone();
    for (int i = 0; i < set.length; i++) {
      result[i] |= labels[i] >= 0 && !open[labels[i]];
    }
    return result;
  }
}
