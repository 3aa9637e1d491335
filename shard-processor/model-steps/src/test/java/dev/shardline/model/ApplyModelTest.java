package dev.shardline.model;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.shardline.data.Payload;
import dev.shardline.data.Tensor;
import dev.shardline.dataset.ClassLabel;
import dev.shardline.dataset.Split;
import dev.shardline.digest.CanonicalJson;
import dev.shardline.digest.Digest;
import dev.shardline.failure.MalformedDataException;
import dev.shardline.failure.UsageException;
import dev.shardline.image.Float32Image;
import dev.shardline.image.ImageShape;
import dev.shardline.recipe.Arguments;
import dev.shardline.recipe.Item;
import dev.shardline.recipe.MapStep;
import dev.shardline.recipe.SampleFacts;
import dev.shardline.recipe.StepCatalog;
import dev.shardline.recipe.StepFactory;
import dev.shardline.volume.Affine;
import dev.shardline.volume.Volume;
import dev.shardline.volume.VolumeShape;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ApplyModelTest {
  private static final VolumeShape SHAPE = new VolumeShape(4, 3, 5);
  private static final Affine PLACE = Affine.of(-2, 0, 0, 30, 0, 2, 0, -20, 0, 0, 3, -10);

  @TempDir private Path folder = Path.of("");

  @ParameterizedTest
  @ValueSource(ints = {1, 2, 5, 16})
  void aSegmentationBecomesTheMaskWhateverTheBatch(int batch) throws Exception {
    MapStep step = step(OnnxModel.brighterThan(29.5f), Map.of("batch", batch));
    Item item = step.map(item(counting()));

    Volume mask = (Volume) item.companions().get(Item.MASK);
    assertThat(mask.shape()).isEqualTo(SHAPE);
    assertThat(mask.affine()).isEqualTo(PLACE);
    float[] values = mask.toArray();
    for (int i = 0; i < values.length; i++) {
      assertThat(values[i]).isEqualTo(i >= 30 ? 1 : 0);
    }
    assertThat(item.data()).isInstanceOf(Volume.class);
  }

  @Test
  void newValuesBecomeTheData() throws Exception {
    MapStep step = step(OnnxModel.brighterThan(0), Map.of("gives", "data"));
    Volume volume = (Volume) step.map(item(counting())).data();
    assertThat(volume.at(1, 0, 0)).isCloseTo((float) (1 / (1 + Math.exp(-1))), within(1e-6f));
  }

  @Test
  void anEmbeddingHasARowForEachSlice() throws Exception {
    MapStep step = step(OnnxModel.meanOfEach(), Map.of("gives", "embedding", "batch", 2));
    Tensor tensor = (Tensor) step.map(item(counting())).data();
    assertThat(tensor.shape()).containsExactly(5, 1);
    assertThat(tensor.toFloats()).containsExactly(5.5f, 17.5f, 29.5f, 41.5f, 53.5f);
  }

  @Test
  void picturesGoInToo() throws Exception {
    Float32Image picture = Float32Image.of(ImageShape.grey(2, 3), new float[] {0, 1, 2, 3, 4, 5});
    MapStep step = step(OnnxModel.brighterThan(2.5f), Map.of());
    Float32Image mask = (Float32Image) step.map(item(picture)).companions().get(Item.MASK);
    assertThat(mask.pixels()).containsExactly(0, 0, 0, 1, 1, 1);
  }

  @Test
  void manyThreadsGetTheSame() throws Exception {
    MapStep step = step(OnnxModel.meanOfEach(), Map.of("gives", "embedding"));
    byte[] expected = ((Tensor) step.map(item(counting())).data()).bytes();
    List<byte[]> found =
        IntStream.range(0, 32)
            .parallel()
            .mapToObj(_ -> {
              try {
                return ((Tensor) step.map(item(counting())).data()).bytes();
              } catch (MalformedDataException e) {
                throw new IllegalStateException(e);
              }
            })
            .toList();
    assertThat(found).allSatisfy(bytes -> assertThat(bytes).isEqualTo(expected));
  }

  @Test
  void anotherModelThanTheRecipesIsRefused() throws IOException {
    Path file = Files.write(folder.resolve("a.onnx"), OnnxModel.meanOfEach());
    assertThatThrownBy(() -> create(file, "0".repeat(64), Map.of()))
        .isInstanceOf(UsageException.class)
        .hasMessageContaining("the recipe says");
    assertThatThrownBy(() -> create(folder.resolve("none.onnx"), "0".repeat(64), Map.of()))
        .isInstanceOf(UsageException.class)
        .hasMessageContaining("Cannot read the model");
  }

  @Test
  void anOutputThatDoesNotFitIsNotTakenForAMask() throws Exception {
    MapStep step = step(OnnxModel.meanOfEach(), Map.of());
    assertThatThrownBy(() -> step.map(item(counting())))
        .isInstanceOf(MalformedDataException.class)
        .hasMessageContaining("gives: embedding");
  }

  @Test
  void aFileThatIsNoModelIsRefusedByName() throws Exception {
    MapStep step = step(new byte[] {1, 2, 3}, Map.of());
    assertThatThrownBy(() -> step.map(item(counting())))
        .isInstanceOf(UsageException.class)
        .hasMessageContaining("model.onnx");
  }

  @Test
  void theStrongestOfSeveralChannelsIsTheClass() {
    float[] values = {1, 5, 2, 0, 3, 5, 0, 9, 4};
    ModelOutput output = new ModelOutput(values, new int[] {1, 3, 1, 3});
    assertThat(output.classes(0.5)).containsExactly(0, 2, 1);
    assertThat(new ModelOutput(values, new int[] {3, 3}).classes(0.5)).containsExactly(1, 2, 1);
  }

  private static Volume counting() {
    float[] values = new float[(int) SHAPE.voxels()];
    for (int i = 0; i < values.length; i++) {
      values[i] = i;
    }
    return Volume.ofFloats(values, SHAPE, PLACE);
  }

  private MapStep step(byte[] model, Map<String, ?> arguments) throws IOException {
    Path file = Files.write(folder.resolve("model.onnx"), model);
    return create(file, Digest.of(model).hex(), arguments);
  }

  /// As a recipe finds it: by its name, through the class path.
  private static MapStep create(Path file, String sha256, Map<String, ?> arguments) {
    StepFactory factory = StepCatalog.withClassPath(List.of()).find("apply-model").orElseThrow();
    ObjectNode given =
        CanonicalJson.object()
            .put("model", file.toString())
            .put("sha256", sha256)
            .put("device", "cpu");
    arguments.forEach((name, value) -> {
      if (value instanceof Integer number) {
        given.put(name, number);
      } else {
        given.put(name, value.toString());
      }
    });
    return (MapStep) factory.create(Arguments.read(factory.parameters(), given));
  }

  private static Item item(Payload data) {
    return Item.of(
        new SampleFacts("a", "a", new ClassLabel("x", 0), Split.TRAIN, Map.of(), 0), data);
  }
}
