package dev.shardline.recipe.volume;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.shardline.data.Payload;
import dev.shardline.data.Tensor;
import dev.shardline.dataset.ClassLabel;
import dev.shardline.dataset.Split;
import dev.shardline.failure.MalformedDataException;
import dev.shardline.failure.Reason;
import dev.shardline.failure.UsageException;
import dev.shardline.image.Image;
import dev.shardline.recipe.Arguments;
import dev.shardline.recipe.Emitter;
import dev.shardline.recipe.Item;
import dev.shardline.recipe.MapStep;
import dev.shardline.recipe.SampleFacts;
import dev.shardline.recipe.SourceBytes;
import dev.shardline.recipe.SourceBytes.NamedBytes;
import dev.shardline.recipe.SourceHead;
import dev.shardline.recipe.SourceStep;
import dev.shardline.recipe.Step;
import dev.shardline.recipe.StepCatalog;
import dev.shardline.recipe.StepFactory;
import dev.shardline.recipe.Transform;
import dev.shardline.volume.Affine;
import dev.shardline.volume.Volume;
import dev.shardline.volume.VolumeShape;
import dev.shardline.volume.geometry.Orientation;
import dev.shardline.volume.geometry.Reorientation;
import dev.shardline.volume.nifti.NiftiWriter;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.junit.jupiter.api.Test;

class VolumeStepsTest {
  private static final StepCatalog CATALOG = StepCatalog.of(VolumeSteps.all());
  private static final Affine LAS = Affine.of(-2, 0, 0, 30, 0, 2, 0, -20, 0, 0, 3, -10);

  @Test
  void theUsualVolumeRecipeGivesAFloatTensor() throws Exception {
    Item item =
        run(
            item(new NamedBytes("a.nii.gz", nifti(head(16, 20, 12)))),
            step("decode-volume", Map.of()),
            step("reorient", Map.of()),
            step("resample-volume", Map.of("spacing", 2)),
            step("percentile-clip", Map.of()),
            step("z-score-volume", Map.of("over", "nonzero")),
            step("crop-foreground", Map.of("foreground", "threshold", "threshold", 0.5)),
            step("pad-or-crop-volume", Map.of("shape", 24)),
            step("volume-to-tensor", Map.of()));

    Tensor tensor = (Tensor) item.data();
    assertThat(tensor.shape()).containsExactly(24, 24, 24);
    assertThat(item.recorded())
        .containsEntry("shape", "16x20x12")
        .containsEntry("spacing-mm", List.of(2.0, 2.0, 3.0))
        .containsEntry("orientation", "LAS")
        .containsKeys("mean", "deviation", "foreground-fraction", "crop-box", "percentiles");
    assertThat((List<?>) item.recorded().get("affine")).hasSize(12);
  }

  @Test
  void aMaskGoesWhereItsVolumeGoesAndStaysAMask() throws Exception {
    Item item =
        run(
            item(
                new NamedBytes("a.nii", nifti(head(16, 20, 12))),
                new NamedBytes("a_mask.nii.gz", nifti(labels(16, 20, 12)))),
            step("decode-volume", Map.of()),
            step("reorient", Map.of("to", "lps")),
            step("resample-volume", Map.of("spacing", List.of(1.3, 1.7, 2.1))),
            step("z-score-volume", Map.of("over", "mask")),
            step("flip-volume", Map.of("axis", "y")),
            step("crop-foreground", Map.of("foreground", "otsu", "margin", 1)),
            step("pad-to-multiple", Map.of("of", 8)),
            step("pad-or-crop-volume", Map.of("shape", List.of(20, 21, 22), "padding", -1)));

    Volume mask = (Volume) mask(item);
    Volume volume = (Volume) item.data();
    assertThat(mask.shape()).isEqualTo(volume.shape()).isEqualTo(new VolumeShape(20, 21, 22));
    assertThat(mask.affine()).isEqualTo(volume.affine());
    assertThat(mask.toArray()).containsOnly(0, 3);
    assertThat(mask.at(10, 10, 11)).isEqualTo(3);
  }

  @Test
  void aMaskIsTurnedToItsVolumesOrientation() throws Exception {
    Volume labels = labels(16, 20, 12);
    for (String orientation : List.of("RAS", "PIR", "LSA")) {
      Volume turned = Reorientation.to(labels, Orientation.ofCodes(orientation));

      Item item =
          run(
              item(
                  new NamedBytes("a.nii", nifti(head(16, 20, 12))),
                  new NamedBytes("a_mask.nii", nifti(turned))),
              step("decode-volume", Map.of()));

      Volume mask = (Volume) mask(item);
      assertThat(mask.toArray()).isEqualTo(labels.toArray());
      assertThat(mask.affine()).isEqualTo(labels.affine());
    }
  }

  @Test
  void aMaskThatLiesElsewhereIsRefused() throws Exception {
    Item near = withMaskMoved(0.4);

    assertThat(run(near, step("decode-volume", Map.of())).companions()).containsKey(Item.MASK);
    assertThatThrownBy(() -> run(withMaskMoved(-1.2), step("decode-volume", Map.of())))
        .hasMessageContaining("mask affine")
        .hasMessageContaining("some that lie 2.4 mm away");
  }

  private static Item withMaskMoved(double voxels) throws Exception {
    Volume labels = labels(16, 20, 12);
    Volume moved = labels.withView(labels.layout(), labels.affine().withOriginAt(0, voxels, 0));
    return item(
        new NamedBytes("a.nii", nifti(head(16, 20, 12))),
        new NamedBytes("a_mask.nii", nifti(moved)));
  }

  @Test
  void slicesAreEmittedUprightWithTheirMasksAndTheirNumbers() throws Exception {
    Item item =
        run(
            item(
                new NamedBytes("a.nii", nifti(head(16, 20, 12))),
                new NamedBytes("a_mask.nii", nifti(labels(16, 20, 12)))),
            step("decode-volume", Map.of()));
    List<Item> slices = new ArrayList<>();
    List<String> dropped = new ArrayList<>();

    ((Step) step("slices", Map.of("stride", 2, "from", 0.1, "least-foreground", 0.01)))
        .apply(item, collecting(slices, dropped));

    assertThat(slices)
        .extracting(slice -> slice.recorded().get("slice"))
        .containsExactly(3, 5, 7, 9);
    assertThat(dropped).containsOnly("too-little-foreground").hasSize(2);
    Image slice = (Image) slices.getFirst().data();
    Image mask = (Image) mask(slices.getFirst());
    assertThat(slice.height()).isEqualTo(20);
    assertThat(slice.width()).isEqualTo(16);
    assertThat(mask.at(10, 8, 0)).isEqualTo(3);
  }

  @Test
  void timeSeriesAreKeptCutOrRefused() throws Exception {
    Volume series = Volume.ofFloats(new float[4], new VolumeShape(1, 1, 2, 2), LAS);
    Item item = item(new NamedBytes("a.nii", nifti(series)));

    assertThat(shape(run(item, step("decode-volume", Map.of()))).timePoints()).isEqualTo(2);
    assertThat(shape(run(item, step("decode-volume", Map.of("time-axis", "first")))).timePoints())
        .isEqualTo(1);
    assertThatThrownBy(() -> run(item, step("decode-volume", Map.of("time-axis", "refuse"))))
        .isInstanceOfSatisfying(
            MalformedDataException.class, e -> assertThat(e.reason()).isEqualTo(Reason.WRONG_KIND));
  }

  @Test
  void decodingPredictsItsMemoryFromTheFirstBytes() throws Exception {
    byte[] file = nifti(head(16, 20, 12));
    SourceStep decode = (SourceStep) step("decode-volume", Map.of());
    SourceHead head =
        new SourceHead(List.of(new SourceHead.NamedSize("a.nii.gz", file.length)), file);

    assertThat(decode.predict(head).givenBytes()).isEqualTo(4 * 16 * 20 * 12);
    assertThat(decode.predict(head).peakBytes()).isEqualTo(4 * 16 * 20 * 12 + file.length);
  }

  @Test
  void resultsBeyondTheMemoryLimitAreRefused() {
    Item item = Item.of(facts(), head(30, 30, 30));

    assertThatThrownBy(() ->
            run(item, step("resample-volume", Map.of("spacing", 0.1, "memory-limit-mib", 100))))
        .isInstanceOfSatisfying(
            MalformedDataException.class, e -> assertThat(e.reason()).isEqualTo(Reason.TOO_LARGE));
  }

  @Test
  void aVolumeWithoutSubjectIsRefused() {
    Item air = Item.of(facts(), Volume.ofFloats(new float[8], new VolumeShape(2, 2, 2), LAS));

    assertThatThrownBy(() -> run(air, step("crop-foreground", Map.of())))
        .hasMessage("foreground: expected at least one voxel, found none");
    assertThatThrownBy(() -> run(air, step("z-score-volume", Map.of("over", "mask"))))
        .hasMessageContaining("companion `mask`");
  }

  @Test
  void scalingMethodsWorkOnVolumes() throws Exception {
    Item item =
        Item.of(
            facts(), Volume.ofFloats(new float[] {0, 1, 2, 3, 4}, new VolumeShape(5, 1, 1), LAS));
    for (String method : List.of("min-max", "robust", "gamma", "equalise")) {
      Volume scaled = (Volume) run(item, step("scale-volume", Map.of("method", method))).data();
      assertThat(scaled.at(4, 0, 0)).isGreaterThan(scaled.at(0, 0, 0));
    }
    Volume ranged =
        (Volume)
            run(
                    item,
                    step(
                        "percentile-clip",
                        Map.of("lower", 25, "upper", 75, "range", List.of(0, 1))))
                .data();
    assertThat(ranged.at(2, 0, 0)).isCloseTo(0.5f, within(1e-6f));
  }

  @Test
  void argumentsThatDoNotFitTogetherAreRefused() {
    assertThatThrownBy(() -> step("resample-volume", Map.of()))
        .isInstanceOf(UsageException.class)
        .hasMessage("`resample-volume` needs either `spacing` or `shape`");
    assertThatThrownBy(() -> step("reorient", Map.of("to", "RAX")))
        .isInstanceOf(UsageException.class);
    assertThatThrownBy(() -> step("slices", Map.of("from", 0.5, "to", 0.5)))
        .isInstanceOf(UsageException.class);
    assertThatThrownBy(() -> step("percentile-clip", Map.of("lower", 60, "upper", 40)))
        .isInstanceOf(UsageException.class);
    assertThatThrownBy(() -> step("pad-or-crop-volume", Map.of("shape", List.of(1, 2))))
        .hasMessageContaining("one value, or a list of three for x, y and z");
  }

  private static Item run(Item start, Transform... steps) throws MalformedDataException {
    Item item = start;
    for (Transform step : steps) {
      item = ((MapStep) step).map(item);
    }
    return item;
  }

  private static Payload mask(Item item) {
    return Objects.requireNonNull(item.companions().get(Item.MASK));
  }

  private static VolumeShape shape(Item item) {
    return ((Volume) item.data()).shape();
  }

  private static Emitter collecting(List<Item> items, List<String> rules) {
    return new Emitter() {
      @Override
      public void emit(Item item) {
        items.add(item);
      }

      @Override
      public void drop(String rule, String detail) {
        rules.add(rule);
      }
    };
  }

  private static Transform step(String name, Map<String, ?> arguments) {
    ObjectNode plain = new ObjectMapper().valueToTree(arguments);
    StepFactory factory = CATALOG.find(name).orElseThrow();
    return factory.create(Arguments.read(factory.parameters(), plain));
  }

  private static SampleFacts facts() {
    return new SampleFacts("a", "sub-01", new ClassLabel("x", 0), Split.TRAIN, Map.of(), 1);
  }

  private static Item item(NamedBytes... objects) {
    return Item.of(facts(), new SourceBytes(List.of(objects)));
  }

  /// A bright ball in air.
  private static Volume head(int x, int y, int z) {
    float[] values = new float[x * y * z];
    for (int i = 0; i < values.length; i++) {
      values[i] = inBall(i, x, y, z) ? 500 + i % 100 : 0;
    }
    return Volume.ofFloats(values, new VolumeShape(x, y, z), LAS);
  }

  private static Volume labels(int x, int y, int z) {
    float[] values = new float[x * y * z];
    for (int i = 0; i < values.length; i++) {
      values[i] = inBall(i, x, y, z) ? 3 : 0;
    }
    return Volume.ofFloats(values, new VolumeShape(x, y, z), LAS);
  }

  private static boolean inBall(int index, int x, int y, int z) {
    int plane = index / (x * y);
    double dx = (index % x - x / 2.0) / x;
    double dy = (index / x % y - y / 2.0) / y;
    double dz = (plane - z / 2.0) / z;
    return dx * dx + dy * dy + dz * dz < 0.09;
  }

  private static byte[] nifti(Volume volume) throws IOException {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    NiftiWriter.writeCompressed(volume, out);
    return out.toByteArray();
  }

  @Test
  void biasCorrectionAndDenoisingChangeValuesAndNotTheGrid() throws Exception {
    Item plain = run(item(new NamedBytes("a.nii", nifti(head(16, 20, 12)))), decode());
    for (Transform step :
        List.of(
            step("correct-bias", Map.of("shrink", 2, "levels", 2, "iterations", 5)),
            step("denoise-volume", Map.of()),
            step("denoise-volume", Map.of("method", "gaussian", "sigma-mm", 2)))) {
      Volume before = (Volume) plain.data();
      Volume after = (Volume) run(plain, step).data();
      assertThat(after.shape()).isEqualTo(before.shape());
      assertThat(after.affine()).isEqualTo(before.affine());
      assertThat(after.toArray()).isNotEqualTo(before.toArray());
    }
  }

  private static Transform decode() {
    return step("decode-volume", Map.of());
  }
}
