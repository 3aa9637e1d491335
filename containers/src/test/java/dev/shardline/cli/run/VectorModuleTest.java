package dev.shardline.cli.run;

import static org.assertj.core.api.Assertions.assertThat;

import dev.shardline.recipe.Recipe;
import java.io.IOException;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class VectorModuleTest {
  @TempDir private Path folder = Path.of("");

  private Recipe recipe(String steps) throws IOException {
    return RecipeFile.of(steps, folder);
  }

  @Test
  void fewPicturesAreDoneBeforeItPays() throws IOException {
    Recipe pictures = recipe("decode-image, grey, image-to-tensor");
    assertThat(VectorModule.servesFor(pictures, 100)).isFalse();
    assertThat(VectorModule.servesFor(pictures, 100_000)).isTrue();
  }

  @Test
  void recordingsNeedItHoweverFewTheyAre() throws IOException {
    Recipe spectra =
        recipe("decode-recording, {welch-psd: {segment-seconds: 1}}, spectrum-to-tensor");
    assertThat(VectorModule.servesFor(spectra, 1)).isTrue();
  }

  @Test
  void volumesDoWithout() throws IOException {
    Recipe volumes = recipe("decode-volume, {reorient: {to: RAS}}, volume-to-tensor");
    assertThat(VectorModule.servesFor(volumes, 100_000)).isFalse();
  }
}
