package dev.shardline.storage.local;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.shardline.storage.ObjectLocation;
import java.io.EOFException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class FileRangeStreamTest {
  @TempDir private Path folder;

  private FileRangeStream stream(long length) throws Exception {
    Path file = Files.write(folder.resolve("object"), new byte[] {1, 2, 3, 4, 5, 6});
    return new FileRangeStream(ObjectLocation.ofPath(file), FileChannel.open(file), length);
  }

  @Test
  void asAChannelItGivesTheRangeAndNoMore() throws Exception {
    try (FileRangeStream stream = stream(4)) {
      ByteBuffer into = ByteBuffer.allocateDirect(7).position(1).limit(4);
      assertThat(stream.read(into)).isEqualTo(3);
      into.limit(7);
      assertThat(stream.read(into)).isEqualTo(1);
      assertThat(stream.read(into)).isEqualTo(-1);
      assertThat(into.limit()).isEqualTo(7);
      assertThat(stream.read(ByteBuffer.allocateDirect(0))).isZero();
      byte[] read = new byte[5];
      into.get(0, read);
      assertThat(read).containsExactly(0, 1, 2, 3, 4);
      assertThat(stream.isOpen()).isTrue();
    }
  }

  @Test
  void aFileThatBecameShorterIsAFailure() throws Exception {
    try (FileRangeStream stream = stream(8)) {
      ByteBuffer into = ByteBuffer.allocateDirect(10);
      assertThat(stream.read(into)).isEqualTo(6);
      assertThatThrownBy(() -> stream.read(into))
          .isInstanceOf(EOFException.class)
          .hasMessageContaining("became shorter")
          .hasMessageContaining("2 bytes are missing");
    }
  }
}
