package dev.shardline.recipe.volume;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.shardline.dataset.ClassLabel;
import dev.shardline.dataset.Split;
import dev.shardline.recipe.Arguments;
import dev.shardline.recipe.Footprint;
import dev.shardline.recipe.Foreseen;
import dev.shardline.recipe.Item;
import dev.shardline.recipe.SampleFacts;
import dev.shardline.recipe.StepCatalog;
import dev.shardline.recipe.StepFactory;
import dev.shardline.volume.Affine;
import dev.shardline.volume.Spacing;
import dev.shardline.volume.Volume;
import dev.shardline.volume.VolumeGrid;
import dev.shardline.volume.VolumeShape;
import dev.shardline.volume.Volumes;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.junit.jupiter.api.Test;

class ForeseenVolumeTest {
  private static final StepCatalog CATALOG = StepCatalog.of(VolumeSteps.all());

  private static VolumeStep step(String name, Map<String, ?> parameters) {
    ObjectNode plain = new ObjectMapper().valueToTree(parameters);
    StepFactory factory = CATALOG.find(name).orElseThrow();
    return (VolumeStep) factory.create(Arguments.read(factory.parameters(), plain));
  }

  /// A volume that lies obliquely in space.
  private static Volume oblique(Random random) {
    VolumeShape shape =
        new VolumeShape(
            2 + random.nextInt(12),
            2 + random.nextInt(12),
            2 + random.nextInt(12),
            1 + random.nextInt(2));
    double[] rows = random.doubles(12, -0.4, 0.4).toArray();
    for (int axis = 0; axis < 3; axis++) {
      rows[axis * 5] = (random.nextBoolean() ? 1 : -1) * random.nextDouble(1, 4);
    }
    return Volume.ofFloats(new float[(int) shape.voxels()], shape, Affine.of(rows));
  }

  @Test
  void whatIsForeseenIsWhatIsMade() throws Exception {
    List<VolumeStep> steps =
        List.of(
            step("reorient", Map.of("to", "PIR")),
            step("flip-volume", Map.of("axis", "y")),
            step("resample-volume", Map.of("spacing", 0.8)),
            step("resample-volume", Map.of("spacing", List.of(3, 1, 2), "axes", "volume")),
            step("resample-volume", Map.of("shape", List.of(5, 9, 4))),
            step("pad-or-crop-volume", Map.of("shape", List.of(6, 30, 7))),
            step("pad-to-multiple", Map.of("of", 8)),
            step("z-score-volume", Map.of()));
    Random random = new Random(17);
    for (int i = 0; i < 200; i++) {
      Volume volume = oblique(random);
      Foreseen foreseen = ForeseenVolume.ofFloats(volume.grid(), 1);
      for (int j = 0; j < 3; j++) {
        VolumeStep step = steps.get(random.nextInt(steps.size()));
        Footprint footprint = step.footprint(foreseen);
        volume = (Volume) step.map(item(volume)).data();
        foreseen = footprint.given();
        assertThat(((ForeseenVolume) foreseen).grid().shape())
            .as("%s of case %d", step.name(), i)
            .isEqualTo(volume.shape());
        assertThat(foreseen.bytes())
            .as("%s of case %d", step.name(), i)
            .isGreaterThanOrEqualTo(
                Math.max(volume.memoryBytes(), Float.BYTES * volume.shape().voxels()));
        assertThat(footprint.peakBytes()).isGreaterThanOrEqualTo(footprint.givenBytes());
      }
    }
  }

  @Test
  void whatIsComputedWhenItIsReadTakesNothingYet() throws Exception {
    Volume stored = Volumes.random(new VolumeShape(20, 20, 20), Affine.identity(), 1);
    long bytes = Float.BYTES * stored.shape().voxels();
    VolumeStep scored = step("z-score-volume", Map.of());
    VolumeStep padded = step("pad-or-crop-volume", Map.of("shape", 30));
    Item lazy = padded.map(scored.map(item(stored)));

    assertThat(step("percentile-clip", Map.of()).bytesToCome(item(stored))).isZero();
    assertThat(scored.bytesToCome(item(stored))).isZero();
    assertThat(padded.bytesToCome(item(stored))).isZero();
    assertThat(step("z-score-volume", Map.of("over", "otsu")).bytesToCome(item(stored)))
        .isGreaterThanOrEqualTo(2 * bytes + bytes / 4);
    assertThat(step("denoise-volume", Map.of("method", "gaussian")).bytesToCome(lazy))
        .isGreaterThanOrEqualTo(2 * Float.BYTES * 30 * 30 * 30);
  }

  @Test
  void whatIsCutOutOfALargeVolumeKeepsItInMemory() {
    VolumeGrid grid = new VolumeGrid(new VolumeShape(100, 100, 100), Affine.identity());
    ForeseenVolume large = ForeseenVolume.ofFloats(grid, 1);

    Foreseen cut = step("pad-or-crop-volume", Map.of("shape", 10)).footprint(large).given();

    assertThat(cut.bytes()).isEqualTo(large.bytes());
    assertThat(step("denoise-volume", Map.of()).footprint(cut).givenBytes()).isEqualTo(4000);
  }

  @Test
  void aFinerSpacingIsForeseenAsTheManyVoxelsItMakes() {
    VolumeGrid coarse =
        new VolumeGrid(
            new VolumeShape(101, 101, 21), Affine.of(1, 0, 0, 0, 0, 1, 0, 0, 0, 0, 5, 0));

    Footprint footprint =
        step("resample-volume", Map.of("spacing", 0.5))
            .footprint(ForeseenVolume.ofFloats(coarse, 1));

    assertThat(footprint.givenBytes()).isEqualTo(4L * 201 * 201 * 201);
    assertThat(footprint.peakBytes()).isEqualTo(4L * (201 * 201 * 201 + 101 * 101 * 21));
  }

  @Test
  void shortIntegersAreForeseenAsSuchUntilAStepChangesThem() {
    VolumeGrid grid = new VolumeGrid(new VolumeShape(64, 64, 40), Affine.identity());
    long voxels = grid.shape().voxels();
    Foreseen stored = new ForeseenVolume(grid, 1, Short.BYTES);

    Foreseen turned = step("reorient", Map.of("to", "PIR")).footprint(stored).given();
    Footprint scaled = step("z-score-volume", Map.of()).footprint(turned);

    assertThat(turned.bytes()).isEqualTo(2 * voxels);
    assertThat(scaled.givenBytes()).isEqualTo(4 * voxels);
    assertThat(scaled.peakBytes()).isEqualTo(6 * voxels);
  }

  @Test
  void companionsAreForeseenOnceWhereTheyStayAsTheyAre() {
    VolumeGrid grid = new VolumeGrid(new VolumeShape(64, 64, 40), Affine.identity());
    long volume = 4 * grid.shape().voxels();
    ForeseenVolume pair = ForeseenVolume.ofFloats(grid, 2);

    Footprint scaled = step("z-score-volume", Map.of()).footprint(pair);
    Footprint resampled = step("resample-volume", Map.of("spacing", 2)).footprint(pair);

    assertThat(scaled.givenBytes()).isEqualTo(2 * volume);
    assertThat(scaled.peakBytes()).isEqualTo(3 * volume);
    assertThat(resampled.peakBytes()).isEqualTo(2 * volume + resampled.givenBytes());
  }

  @Test
  void whatLiesThereAlreadyIsNotResampled() {
    VolumeGrid grid = new VolumeGrid(new VolumeShape(64, 64, 40), Affine.identity());
    ForeseenVolume volume = ForeseenVolume.ofFloats(grid, 1);

    assertThat(step("resample-volume", Map.of("spacing", 1)).footprint(volume).peakBytes())
        .isEqualTo(volume.bytes());
  }

  @Test
  void moreVoxelsThanCanBeCountedAreForeseenAsTheMost() {
    VolumeGrid huge =
        new VolumeGrid(new VolumeShape(16_384, 16_384, 16_384), Affine.scaling(1e3, 1e3, 1e3));

    Foreseen given =
        step("resample-volume", Map.of("spacing", 1e-3))
            .footprint(ForeseenVolume.ofFloats(huge, 2))
            .given();

    assertThat(given.bytes()).isEqualTo(Long.MAX_VALUE);
    assertThat(((ForeseenVolume) given).grid().alongVoxelAxes(Spacing.isotropic(1)).shape().x())
        .isPositive();
  }

  private static Item item(Volume volume) {
    SampleFacts facts =
        new SampleFacts("a", "sub-01", new ClassLabel("x", 0), Split.TRAIN, Map.of(), 1);
    return Item.of(facts, volume);
  }
}
