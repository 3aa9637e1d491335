package dev.shardline.cli.run;

import static org.assertj.core.api.Assertions.assertThat;

import dev.shardline.recipe.Recipe;
import java.io.IOException;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class YoungGenerationTest {
  private static final long GIBIBYTE = 1L << 30;

  @TempDir private Path folder = Path.of("");

  private Recipe recipe(String steps) throws IOException {
    return RecipeFile.of(steps, folder);
  }

  @Test
  void volumesGetRoomForSeveralOfThemButNeverMostOfTheHeap() throws IOException {
    Recipe volumes = recipe("decode-volume, volume-to-tensor");

    assertThat(YoungGeneration.options(volumes, 6 * GIBIBYTE)).containsExactly("-Xmn512m");
    assertThat(YoungGeneration.options(volumes, GIBIBYTE)).containsExactly("-Xmn256m");
  }

  @Test
  void picturesKeepTheirSmallHeap() throws IOException {
    Recipe pictures = recipe("decode-image, grey, image-to-tensor");

    assertThat(YoungGeneration.options(pictures, 6 * GIBIBYTE)).isEmpty();
  }
}
