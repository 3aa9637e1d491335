package dev.shardline.volume.resample;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import dev.shardline.volume.Affine;
import dev.shardline.volume.Axis;
import dev.shardline.volume.Spacing;
import dev.shardline.volume.Volume;
import dev.shardline.volume.VolumeGrid;
import dev.shardline.volume.VolumeShape;
import dev.shardline.volume.Volumes;
import dev.shardline.volume.VoxelType;
import dev.shardline.volume.geometry.Orientation;
import dev.shardline.volume.geometry.Reorientation;
import org.junit.jupiter.api.Test;

class ResamplingTest {
  private static final Affine LEANING =
      Affine.of(-0.9, 0.2, 0, 11, 0.1, 1.3, -0.3, -7, 0, 0.4, 2, 5);
  private static final Resampling KEEPING =
      new Resampling(Interpolation.LINEAR, Border.ZERO, false, true);

  @Test
  void linearResamplingIsTheWeightedMeanOfTheEightNeighbours() {
    for (Affine affine : new Affine[] {LEANING, Affine.of(-2, 0, 0, 3, 0, 1.5, 0, 4, 0, 0, 1, 5)}) {
      Volume volume = Volumes.random(new VolumeShape(7, 6, 5, 2), affine, 1);
      VolumeGrid grid = volume.grid().alongPatientAxes(new Spacing(0.7, 1.1, 0.9));

      Volume resampled = KEEPING.apply(volume, grid);

      assertThat(resampled.affine()).isEqualTo(grid.affine());
      Affine toSource = affine.inverse().times(grid.affine());
      forEachVoxel(
          resampled,
          (x, y, z, t) -> {
            double[] place = toSource.apply(x, y, z);
            if (isClearlyInside(place, volume.shape())) {
              assertThat(resampled.at(x, y, z, t))
                  .isCloseTo((float) trilinear(volume, place, t), within(1e-3f));
            }
          });
    }
  }

  @Test
  void outsideIsZeroOrTheEdge() {
    Volume volume = Volumes.of(2, 1, 1, 3, 5);
    VolumeGrid wider =
        new VolumeGrid(new VolumeShape(4, 1, 1), Affine.of(1, 0, 0, -1, 0, 1, 0, 0, 0, 0, 1, 0));
    Resampling edge = new Resampling(Interpolation.LINEAR, Border.EDGE, false, true);

    assertThat(Resampling.linear().apply(volume, wider).toArray()).containsExactly(0, 3, 5, 0);
    assertThat(edge.apply(volume, wider).toArray()).containsExactly(3, 3, 5, 5);
  }

  @Test
  void everyWayOfLyingInMemoryGivesTheSameValues() {
    Volume volume = Volumes.randomShorts(new VolumeShape(9, 8, 7), Affine.scaling(1, 1.2, 1.5), 3);
    VolumeGrid grid = volume.grid().alongPatientAxes(Spacing.isotropic(0.8));
    for (Interpolation interpolation : Interpolation.values()) {
      Resampling resampling = new Resampling(interpolation, Border.ZERO, false, true);
      Volume expected = resampling.apply(volume.compact(), grid);
      for (String codes : new String[] {"LPI", "SAR", "ARS"}) {
        Volume turned = Reorientation.to(volume, Orientation.ofCodes(codes)).compact();

        Volume actual = resampling.apply(Reorientation.toCanonical(turned), grid);

        forEachVoxel(
            expected,
            (x, y, z, t) ->
                assertThat(actual.at(x, y, z)).isCloseTo(expected.at(x, y, z), within(2e-3f)));
      }
    }
  }

  @Test
  void nearestKeepsLabels() {
    Volume labels = Volumes.of(4, 1, 1, 0, 1, 1, 7);
    VolumeGrid fine = labels.grid().alongPatientAxes(Spacing.isotropic(0.4));

    Volume resampled = Resampling.nearest().apply(labels, fine);

    assertThat(resampled.toArray()).containsExactly(0, 0, 1, 1, 1, 1, 1, 7, 0);
  }

  @Test
  void cubicPassesThroughTheVoxelsAndReproducesLines() {
    Volume ramp = Volumes.counting(12, 1, 1);
    Resampling cubic = new Resampling(Interpolation.CUBIC, Border.ZERO, false, true);
    Volume random = Volumes.random(new VolumeShape(6, 5, 4), Affine.identity(), 9);

    Volume fine = cubic.apply(ramp, ramp.grid().alongPatientAxes(new Spacing(0.5, 1, 1)));
    Affine shifted = Affine.of(1, 0, 0, 1e-9, 0, 1, 0, 0, 0, 0, 1, 0);
    Volume same = cubic.apply(random, new VolumeGrid(random.shape(), shifted));

    assertThat(fine.at(11, 0, 0)).isCloseTo(5.5f, within(1e-2f));
    assertThat(fine.at(10, 0, 0)).isCloseTo(5, within(1e-5f));
    assertThat(same.at(2, 3, 1)).isCloseTo(random.at(2, 3, 1), within(1e-3f));
  }

  /// SciPy 1.17, `zoom` with mode "nearest" and `grid_mode`; scikit-image's `resize` with mode
  /// "edge".
  @Test
  void cubicShapesGoOnWithTheEdgesValues() {
    assertThat(cubicShape(5, 3, 7, -2, 5, 11, 4, 8))
        .containsExactly(
            new float[] {4.091927f, 1.265315f, 5, 8.347665f, 7.008032f}, within(2e-6f));
    assertThat(cubicShape(5, 2, 5))
        .containsExactly(
            new float[] {1.688311f, 2.220939f, 3.5f, 4.779061f, 5.311689f}, within(2e-6f));
    assertThat(cubicShape(5, 2, 5, 1))
        .containsExactly(new float[] {1.647445f, 3.488585f, 5, 2.785693f, 0.58406f}, within(2e-6f));
    assertThat(cubicShape(3, 4)).containsExactly(new float[] {4, 4, 4}, within(2e-6f));
  }

  private static float[] cubicShape(int extent, float... values) {
    Volume volume =
        Volume.ofFloats(values, new VolumeShape(values.length, 1, 1), Affine.scaling(-2, 1, 1));
    return new Resampling(Interpolation.CUBIC, Border.EDGE, false, true)
        .apply(volume, volume.grid().ofShape(extent, 1, 1))
        .toArray();
  }

  @Test
  void integerVolumesStayWholeUnlessFractionsAreKept() {
    Volume volume = Volumes.randomShorts(new VolumeShape(6, 6, 6), Affine.identity(), 5);
    VolumeGrid grid = volume.grid().alongPatientAxes(Spacing.isotropic(0.5));

    Volume whole = Resampling.linear().apply(volume, grid);
    Volume fractions = KEEPING.apply(volume, grid);

    assertThat(whole.type()).isEqualTo(VoxelType.INT16);
    assertThat(fractions.type()).isEqualTo(VoxelType.FLOAT32);
    assertThat(whole.at(1, 0, 0))
        .isEqualTo((float) Math.floor((volume.at(0, 0, 0) + volume.at(1, 0, 0)) / 2 + 0.5));
    forEachVoxel(
        whole,
        (x, y, z, t) ->
            assertThat(Math.abs(whole.at(x, y, z) - fractions.at(x, y, z)))
                .isLessThanOrEqualTo(0.5f));
  }

  @Test
  void aNegligibleTiltDoesNotCostTheOutermostVoxels() {
    Affine tilted = Affine.of(1, 1e-9, 0, 0, -1e-9, 1, 0, 0, 0, 0, 1, 0);
    Volume volume = Volumes.random(new VolumeShape(8, 8, 8), tilted, 1);
    VolumeGrid grid = new VolumeGrid(volume.shape(), Affine.identity());

    Volume resampled = Resampling.linear().apply(volume, grid);

    assertThat(resampled.at(7, 7, 7)).isCloseTo(volume.at(7, 7, 7), within(1e-4f));
    assertThat(resampled.at(0, 7, 0)).isCloseTo(volume.at(0, 7, 0), within(1e-4f));
  }

  @Test
  void shapesKeepTheFieldOfView() {
    Volume volume = Volumes.of(4, 1, 1, 0, 0, 8, 8);

    VolumeGrid grid = volume.grid().ofShape(2, 1, 1);
    Volume half =
        new Resampling(Interpolation.LINEAR, Border.EDGE, false, true).apply(volume, grid);

    assertThat(grid.affine()).isEqualTo(Affine.of(2, 0, 0, 0.5, 0, 1, 0, 0, 0, 0, 1, 0));
    assertThat(half.toArray()).containsExactly(0, 8);
  }

  @Test
  void gridsAlongVoxelAxesDoNotTurnObliqueVolumes() {
    Volume volume = Volumes.random(new VolumeShape(5, 5, 5), LEANING, 2);

    VolumeGrid own = volume.grid().alongVoxelAxes(volume.spacing());

    assertThat(own.shape()).isEqualTo(volume.shape());
    assertThat(own.affine().distanceTo(volume.affine())).isLessThan(1e-12);
    assertThat(volume.grid().alongVoxelAxes(Spacing.isotropic(0.5)).affine().columnLength(Axis.Y))
        .isCloseTo(0.5, within(1e-12));
  }

  @Test
  void antialiasingRemovesDetailThatTheNewGridCannotHold() {
    float[] stripes = new float[60];
    for (int i = 0; i < stripes.length; i++) {
      stripes[i] = i % 2 == 0 ? 100 : 0;
    }
    Volume volume = Volume.ofFloats(stripes, new VolumeShape(60, 1, 1), Affine.identity());
    VolumeGrid coarse = volume.grid().alongPatientAxes(new Spacing(4, 1, 1));

    Volume plain = KEEPING.apply(volume, coarse);
    Volume smooth =
        new Resampling(Interpolation.LINEAR, Border.ZERO, true, true).apply(volume, coarse);

    assertThat(plain.at(7, 0, 0)).isEqualTo(100);
    assertThat(smooth.at(7, 0, 0)).isCloseTo(50, within(1f));
  }

  private interface Visitor {
    void visit(int x, int y, int z, int t);
  }

  private static void forEachVoxel(Volume volume, Visitor visitor) {
    VolumeShape shape = volume.shape();
    for (int t = 0; t < shape.timePoints(); t++) {
      for (int z = 0; z < shape.z(); z++) {
        for (int y = 0; y < shape.y(); y++) {
          for (int x = 0; x < shape.x(); x++) {
            visitor.visit(x, y, z, t);
          }
        }
      }
    }
  }

  private static boolean isClearlyInside(double[] place, VolumeShape shape) {
    return place[0] > 1e-6
        && place[1] > 1e-6
        && place[2] > 1e-6
        && place[0] < shape.x() - 1 - 1e-6
        && place[1] < shape.y() - 1 - 1e-6
        && place[2] < shape.z() - 1 - 1e-6;
  }

  private static double trilinear(Volume volume, double[] place, int t) {
    double sum = 0;
    for (int corner = 0; corner < 8; corner++) {
      double weight = 1;
      int[] index = new int[3];
      for (int i = 0; i < 3; i++) {
        int low = (int) Math.floor(place[i]);
        int high = corner >> i & 1;
        weight *= high == 1 ? place[i] - low : 1 - (place[i] - low);
        index[i] = low + high;
      }
      sum += weight * volume.at(index[0], index[1], index[2], t);
    }
    return sum;
  }
}
