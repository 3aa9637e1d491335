package dev.shardline.file;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Random;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class FileBytesTest {
  private final byte[] written = new byte[300_001];

  @TempDir private Path folder;

  @BeforeEach
  void write() throws IOException {
    new Random(1).nextBytes(written);
    Files.write(folder.resolve("file"), written);
  }

  @Test
  void readsAFileFromBeginToEnd() throws IOException {
    byte[] read = new byte[written.length];
    try (FileChannel channel = FileChannel.open(folder.resolve("file"))) {
      int done = 0;
      while (done < read.length) {
        done += FileBytes.read(channel, read, done, read.length - done);
        assertThat(channel.position()).isEqualTo(done);
      }
      assertThat(read).isEqualTo(written);
      assertThat(FileBytes.read(channel, read, 0, 1)).isEqualTo(-1);
    }
  }

  @Test
  void readsFromAPlaceAndLeavesThePositionAndTheRestOfTheArray() throws IOException {
    byte[] read = new byte[100];
    try (FileChannel channel = FileChannel.open(folder.resolve("file"))) {
      assertThat(FileBytes.read(channel, written.length - 20, read, 30, 50)).isEqualTo(20);
      assertThat(channel.position()).isZero();
      assertThat(FileBytes.read(channel, written.length, read, 30, 50)).isEqualTo(-1);
    }
    assertThat(Arrays.copyOfRange(read, 30, 50))
        .isEqualTo(Arrays.copyOfRange(written, written.length - 20, written.length));
    assertThat(Arrays.copyOf(read, 30)).containsOnly(0);
    assertThat(Arrays.copyOfRange(read, 50, 100)).containsOnly(0);
  }

  @Test
  void refusesARangeThatTheArrayDoesNotHave() throws IOException {
    try (FileChannel channel = FileChannel.open(folder.resolve("file"))) {
      assertThatThrownBy(() -> FileBytes.read(channel, new byte[10], 5, 6))
          .isInstanceOf(IndexOutOfBoundsException.class);
      assertThat(channel.position()).isZero();
    }
  }
}
