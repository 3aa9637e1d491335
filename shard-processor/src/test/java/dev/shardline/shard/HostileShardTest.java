package dev.shardline.shard;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.shardline.failure.MalformedDataException;
import dev.shardline.failure.Reason;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.util.Arrays;
import java.util.Random;
import java.util.zip.GZIPOutputStream;
import org.apache.commons.compress.archivers.tar.TarArchiveEntry;
import org.apache.commons.compress.archivers.tar.TarArchiveOutputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/// Shards that nobody of ours wrote: nothing but a clear failure comes out, and memory is taken
/// only for bytes that are there.
@Timeout(600)
class HostileShardTest {
  private static final byte[] NPY = new byte[80];

  private static byte[] tar(int files, String name) throws IOException {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    try (TarArchiveOutputStream tar = new TarArchiveOutputStream(bytes)) {
      for (int i = 0; i < files; i++) {
        TarArchiveEntry entry = new TarArchiveEntry(name + "." + i + ".npy");
        entry.setSize(NPY.length);
        tar.putArchiveEntry(entry);
        tar.write(NPY);
        tar.closeArchiveEntry();
      }
    }
    return bytes.toByteArray();
  }

  private static byte[] header(long size) {
    TarArchiveEntry entry = new TarArchiveEntry("key.npy");
    entry.setSize(size);
    byte[] header = new byte[512];
    entry.writeEntryHeader(header);
    return header;
  }

  private static void readAll(byte[] stored, String name)
      throws IOException, MalformedDataException {
    try (WebDatasetReader reader = new WebDatasetReader(new ByteArrayInputStream(stored), name)) {
      while (reader.next().isPresent()) {
        // reads on
      }
    }
  }

  @Test
  void aFileThatSaysItIsHugeIsRefusedBeforeItIsRead() {
    assertThatThrownBy(() -> readAll(header(5L << 30), "a.tar"))
        .isInstanceOfSatisfying(
            MalformedDataException.class,
            refused -> assertThat(refused.reason()).isEqualTo(Reason.TOO_LARGE));
  }

  @Test
  void aRecordBeyondTheBoundIsNamedBeforeItIsRead() throws IOException {
    byte[] two = tar(2, "large");

    assertThatThrownBy(() ->
            new WebDatasetReader(new ByteArrayInputStream(two), "a.tar", NPY.length + 1L).next())
        .isInstanceOfSatisfying(
            MalformedDataException.class,
            refused -> assertThat(refused.reason()).isEqualTo(Reason.TOO_LARGE))
        .hasMessageContaining("record large");
  }

  @Test
  void aFileThatIsShorterThanItSaysTakesNoMemoryForTheRest() {
    assertThatThrownBy(() -> readAll(header(1 << 30), "a.tar"))
        .isInstanceOfAny(MalformedDataException.class, IOException.class);
  }

  @Test
  void aRecordWithoutEndIsRefused() throws IOException {
    byte[] endless = tar(1001, "key");

    assertThatThrownBy(() -> readAll(endless, "a.tar"))
        .isInstanceOf(MalformedDataException.class)
        .hasMessageContaining("record key")
        .hasMessageContaining("in 1000 files");
  }

  @Test
  void aBombOfZerosIsAnEmptyShard() throws Exception {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    try (GZIPOutputStream gzip = new GZIPOutputStream(bytes)) {
      for (int mebibyte = 0; mebibyte < 256; mebibyte++) {
        gzip.write(new byte[1 << 20]);
      }
    }

    readAll(bytes.toByteArray(), "bomb.tar.gz");

    assertThat(bytes.size()).isLessThan(1 << 20);
  }

  @Test
  void changedBytesGiveNothingButClearFailures() throws IOException {
    byte[] whole = tar(3, "../../outside/key");
    Random random = new Random(5);
    for (int tries = 0; tries < 1000; tries++) {
      byte[] changed = Arrays.copyOf(whole, random.nextInt(whole.length) + 1);
      for (int i = 0; i < 4; i++) {
        changed[random.nextInt(changed.length)] = (byte) random.nextInt();
      }
      try {
        readAll(changed, tries % 3 == 0 ? "a.tar.zst" : "a.tar");
      } catch (IOException | MalformedDataException expected) {
        assertThat(expected).isNotNull();
      }
    }
  }
}
