package dev.shardline.model;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import ai.djl.engine.Engine;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.shardline.dataset.ClassLabel;
import dev.shardline.dataset.Split;
import dev.shardline.digest.CanonicalJson;
import dev.shardline.digest.Digest;
import dev.shardline.image.Float32Image;
import dev.shardline.image.ImageShape;
import dev.shardline.recipe.Arguments;
import dev.shardline.recipe.Item;
import dev.shardline.recipe.MapStep;
import dev.shardline.recipe.SampleFacts;
import dev.shardline.recipe.StepCatalog;
import dev.shardline.recipe.StepFactory;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// A TorchScript file written by hand, through DJL's PyTorch engine; only with `-Ptorchscript`, for
/// the engine's native code takes 112 MB.
class TorchScriptModelTest {
  private static final String CODE =
      """
      class M(Module):
        __parameters__ = []
        __buffers__ = []
        training : bool
        def forward(self: __torch__.M,
          x: Tensor) -> Tensor:
          return torch.add(torch.mul(x, 2.), 1.)
      """;

  /// A pickled `__torch__.M` whose only attribute is `training`, false.
  private static final String OBJECT =
      "\u0080\u0002c__torch__\nM\n)\u0081}(X\u0008\u0000\u0000\u0000training\u0089ub.";

  private static final String NO_CONSTANTS = "\u0080\u0002).";

  @TempDir private Path folder = Path.of("");

  @Test
  void aTorchScriptModelGivesNewValues() throws Exception {
    assumeTrue(Engine.getAllEngines().contains("PyTorch"), "skipped: no PyTorch engine");
    Float32Image picture = Float32Image.of(ImageShape.grey(2, 2), new float[] {0, 1, 2.5f, -3});

    Float32Image given = (Float32Image) step(model()).map(item(picture)).data();

    assertThat(given.pixels()).containsExactly(1, 3, 6, -5);
  }

  private static byte[] model() throws IOException {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    try (ZipOutputStream zip = new ZipOutputStream(bytes)) {
      zip.setLevel(0);
      put(zip, "m/data.pkl", OBJECT);
      put(zip, "m/code/__torch__.py", CODE);
      put(zip, "m/constants.pkl", NO_CONSTANTS);
      put(zip, "m/version", "3\n");
    }
    return bytes.toByteArray();
  }

  private static void put(ZipOutputStream zip, String name, String text) throws IOException {
    zip.putNextEntry(new ZipEntry(name));
    zip.write(text.getBytes(StandardCharsets.ISO_8859_1));
    zip.closeEntry();
  }

  private MapStep step(byte[] model) throws IOException {
    Path file = Files.write(folder.resolve("model.pt"), model);
    StepFactory factory = StepCatalog.withClassPath(List.of()).find("apply-model").orElseThrow();
    ObjectNode given =
        CanonicalJson.object()
            .put("model", file.toString())
            .put("sha256", Digest.of(model).hex())
            .put("device", "cpu")
            .put("gives", "data");
    return (MapStep) factory.create(Arguments.read(factory.parameters(), given));
  }

  private static Item item(Float32Image picture) {
    return Item.of(
        new SampleFacts("a", "a", new ClassLabel("x", 0), Split.TRAIN, Map.of(), 0), picture);
  }
}
