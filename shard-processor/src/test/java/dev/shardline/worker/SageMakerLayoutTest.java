package dev.shardline.worker;

import static org.assertj.core.api.Assertions.assertThat;

import dev.shardline.flow.LocalCopies;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.SortedMap;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class SageMakerLayoutTest {
  @TempDir private Path folder;

  @Test
  void theExitMessageIsThisWorkersShareOfAKilobyte() throws Exception {
    SageMakerPaths paths = new SageMakerPaths(folder);
    ExitMessage.write(paths, new Rank(0, 4), "ü".repeat(1000));

    assertThat(Files.readAllBytes(paths.message())).hasSize(250);
    assertThat(Files.readString(paths.message())).isEqualTo("ü".repeat(125));
  }

  @Test
  void theExitMessageIsNeverCutInsideACharacter() {
    assertThat(new String(ExitMessage.cut("a\uD83D\uDE00b", 4), StandardCharsets.UTF_8))
        .isEqualTo("a");
    assertThat(new String(ExitMessage.cut("broken \uD83D", 100), StandardCharsets.UTF_8))
        .startsWith("broken");
  }

  @Test
  void outsideOfSageMakerThereIsNoExitMessage() throws Exception {
    SageMakerPaths paths =
        SageMakerPaths.of(Map.of(SageMakerPaths.ROOT_VARIABLE, folder.resolve("none").toString()));
    ExitMessage.write(paths, Rank.ONLY, "text");
    assertThat(folder.resolve("none")).doesNotExist();
  }

  @Test
  void downloadedObjectsAreFoundByTheEndOfTheirKeys() throws Exception {
    Scene scene = new Scene(folder.resolve("scratch"));
    scene.build(2, "one", "two", "three", "four");
    scene.work();
    SortedMap<String, String> expected = scene.output();

    Scene local = new Scene(folder.resolve("scratch2"));
    local.build(2, "one", "two", "three", "four");
    Path inputs = Files.createDirectories(folder.resolve("input/train/any/folder"));
    Files.writeString(inputs.resolve("s1.txt"), "two");
    Files.writeString(inputs.resolve("s2.txt"), "of another size");
    local.source = LocalCopies.of(folder.resolve("input"), local.source);
    local.store.delete(Scene.SOURCE.resolve("s1.txt"));
    local.work();

    assertThat(local.output()).isEqualTo(expected);
  }
}
