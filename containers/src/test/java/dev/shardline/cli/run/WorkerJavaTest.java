package dev.shardline.cli.run;

import static org.assertj.core.api.Assertions.assertThat;

import dev.shardline.recipe.Recipe;
import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class WorkerJavaTest {
  @TempDir private Path folder = Path.of("");

  private Recipe recipe(String steps) throws IOException {
    return RecipeFile.of(steps, folder);
  }

  @Test
  void fewPicturesAreDoneBeforeItPays() throws IOException {
    Recipe pictures = recipe("decode-image, grey, image-to-tensor");
    assertThat(WorkerJava.of(pictures, 100).vectors()).isFalse();
    assertThat(WorkerJava.of(pictures, 100_000).vectors()).isTrue();
  }

  @Test
  void recordingsNeedItHoweverFewTheyAre() throws IOException {
    Recipe spectra =
        recipe("decode-recording, {welch-psd: {segment-seconds: 1}}, spectrum-to-tensor");
    assertThat(WorkerJava.of(spectra, 1).vectors()).isTrue();
  }

  @Test
  void volumesDoWithout() throws IOException {
    Recipe volumes = recipe("decode-volume, {reorient: {to: RAS}}, volume-to-tensor");
    assertThat(WorkerJava.of(volumes, 100_000).vectors()).isFalse();
  }

  @Test
  void onlyWorkersOnVolumesGetASmallYoungGeneration() throws IOException {
    assertThat(WorkerJava.of(recipe("decode-volume, volume-to-tensor"), 1).heap())
        .containsExactly("-Xmn24m");
    assertThat(WorkerJava.of(recipe("decode-image, grey, image-to-tensor"), 1).heap()).isEmpty();
  }

  @Test
  void whatTheUserAskedForComesAfterIt() {
    List<String> own = ManagementFactory.getRuntimeMXBean().getInputArguments();
    List<String> command = new WorkerJava(false, List.of("-Xmn24m")).command();

    assertThat(command.get(1)).isEqualTo("-Xmn24m");
    assertThat(command).as("this process's own").containsSubsequence(passedOn(own));
  }

  private static List<String> passedOn(List<String> options) {
    return options.stream().filter(option -> option.startsWith("-X")).toList();
  }
}
