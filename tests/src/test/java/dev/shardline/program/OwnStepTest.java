package dev.shardline.program;

import static org.assertj.core.api.Assertions.assertThat;

import dev.shardline.cli.session.Wiring;
import dev.shardline.config.Config;
import dev.shardline.data.Tensor;
import dev.shardline.dataset.ClassLabel;
import dev.shardline.dataset.Split;
import dev.shardline.failure.MalformedDataException;
import dev.shardline.recipe.Item;
import dev.shardline.recipe.Recipe;
import dev.shardline.recipe.RecipeReader;
import dev.shardline.recipe.RecipeRun;
import dev.shardline.recipe.SampleFacts;
import dev.shardline.recipe.SourceBytes;
import dev.shardline.recipe.StepTimer;
import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.net.URL;
import java.net.URLClassLoader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import javax.imageio.ImageIO;
import javax.tools.ToolProvider;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// The example of a user's own step: compiled as it stands in docs/examples, found on the class
/// path, run.
class OwnStepTest {
  private static final Path PROJECT =
      Path.of(System.getProperty("shardline.root", ".."), "docs/examples/own-step");

  @TempDir private Path classes = Path.of("");

  private void compile() throws IOException {
    List<String> words =
        new ArrayList<>(
            List.of(
                "-proc:none",
                "-d",
                classes.toString(),
                "-cp",
                System.getProperty("java.class.path")));
    try (Stream<Path> files = Files.walk(PROJECT.resolve("src/main/java"))) {
      files
          .filter(file -> file.toString().endsWith(".java"))
          .map(Path::toString)
          .forEach(words::add);
    }
    ByteArrayOutputStream errors = new ByteArrayOutputStream();
    int result =
        ToolProvider.getSystemJavaCompiler().run(null, null, errors, words.toArray(String[]::new));
    assertThat(result).as(errors.toString()).isZero();
    Path services = Path.of("META-INF/services/dev.shardline.recipe.StepFactory");
    Files.createDirectories(classes.resolve(services).getParent());
    Files.copy(PROJECT.resolve("src/main/resources").resolve(services), classes.resolve(services));
  }

  @Test
  void aRecipeCallsTheStepOfAJarOnTheClassPath() throws IOException, MalformedDataException {
    compile();
    Thread thread = Thread.currentThread();
    ClassLoader before = thread.getContextClassLoader();
    try (URLClassLoader jar = new URLClassLoader(new URL[] {classes.toUri().toURL()}, before)) {
      thread.setContextClassLoader(jar);
      float[] plain = run("- image-to-tensor");
      float[] brightened = run("- image-to-tensor\n- gamma: {exponent: 0.5}");
      for (int i = 0; i < plain.length; i++) {
        assertThat(brightened[i]).isEqualTo((float) StrictMath.pow(plain[i], 0.5));
      }
      assertThat(plain).hasSize(64 * 64);
    } finally {
      thread.setContextClassLoader(before);
    }
  }

  private static float[] run(String lastSteps) throws IOException, MalformedDataException {
    String steps =
        "recipe:\n- decode-image\n- grey\n- resize: {size: 64}\n- scale\n" + lastSteps + "\n";
    Config config = Config.parse(steps, "shardline.yaml", Path.of(""), List.of());
    Recipe recipe = new RecipeReader(Wiring.steps()).read(config.root()).orElseThrow();
    List<float[]> tensors = new ArrayList<>();
    SampleFacts facts =
        new SampleFacts("s.png", "s", new ClassLabel("a", 0), Split.TRAIN, Map.of(), 0);
    var dropped =
        new RecipeRun(
                recipe, (_, item) -> tensors.add(((Tensor) item.data()).toFloats()), StepTimer.NONE)
            .run(Item.of(facts, SourceBytes.of("s.png", picture())));
    assertThat(dropped).isEmpty();
    return tensors.getFirst();
  }

  private static byte[] picture() throws IOException {
    BufferedImage image = new BufferedImage(96, 96, BufferedImage.TYPE_BYTE_GRAY);
    for (int y = 0; y < 96; y++) {
      for (int x = 0; x < 96; x++) {
        image.getRaster().setSample(x, y, 0, (x * 5 + y * 3) % 256);
      }
    }
    ByteArrayOutputStream png = new ByteArrayOutputStream();
    ImageIO.write(image, "png", png);
    return png.toByteArray();
  }
}
