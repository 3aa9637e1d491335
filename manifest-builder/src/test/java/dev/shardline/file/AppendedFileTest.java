package dev.shardline.file;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class AppendedFileTest {
  @TempDir private Path folder;

  private static void fill(AppendedFile file, byte[] bytes) throws IOException {
    int whole = bytes.length / 2 & -AppendedFile.BLOCK;
    file.write(bytes, whole);
    byte[] rest = Arrays.copyOfRange(bytes, whole, bytes.length);
    file.write(Arrays.copyOf(rest, rest.length + 9), rest.length);
  }

  @ParameterizedTest
  @ValueSource(ints = {0, 1, 4095, 4096, 4097, 300_000, 1 << 20, 1_500_001})
  void holdsWhatWasWritten(int length) throws IOException {
    byte[] bytes = new byte[length];
    new Random(length).nextBytes(bytes);
    try (AppendedFile file = AppendedFile.cached(folder.resolve("cached"))) {
      fill(file, bytes);
    }
    assertThat(folder.resolve("cached")).hasBinaryContent(bytes);
    assumeTrue(AppendedFile.isUncachedPossible(folder), "the file system caches everything");
    try (AppendedFile file = AppendedFile.uncached(folder.resolve("uncached"))) {
      fill(file, bytes);
    }
    assertThat(folder.resolve("uncached")).hasBinaryContent(bytes);
  }

  @Test
  void theTrialLeavesNothingBehind() throws IOException {
    AppendedFile.isUncachedPossible(folder);
    assertThat(folder).isEmptyDirectory();
    assertThat(AppendedFile.isUncachedPossible(folder.resolve("missing"))).isFalse();
  }

  @Test
  void aFileThatIsThereStays() throws IOException {
    Path there = Files.writeString(folder.resolve("there"), "text");
    assertThatThrownBy(() -> AppendedFile.cached(there))
        .isInstanceOf(FileAlreadyExistsException.class);
    assertThat(there).hasContent("text");
  }
}
