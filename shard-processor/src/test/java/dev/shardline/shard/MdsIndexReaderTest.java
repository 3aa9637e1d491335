package dev.shardline.shard;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.shardline.data.Tensor;
import dev.shardline.digest.CanonicalJson;
import dev.shardline.digest.Digest;
import dev.shardline.failure.MalformedDataException;
import dev.shardline.lineage.ShardEntry;
import java.io.ByteArrayInputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Random;
import java.util.TreeMap;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class MdsIndexReaderTest {
  @TempDir private Path folder = Path.of("");
  private byte[] shard = {};
  private byte[] index = {};

  @BeforeEach
  void write() throws Exception {
    ShardRecord record =
        new ShardRecord(
            "k", Tensor.ofFloats(new float[6], 2, 3), new TreeMap<>(), 1, CanonicalJson.object());
    SealedShard sealed = ShardFile.sealed(new MdsFormat(), folder, "part", record, record);
    shard = Files.readAllBytes(sealed.file());
    index = new MdsIndex().add(entry("a.mds"), open(), Compression.NONE).toBytes();
  }

  private ShardEntry entry(String name) {
    return new ShardEntry(name, 77, Digest.of(shard), 2);
  }

  private ByteArrayInputStream open() {
    return new ByteArrayInputStream(shard);
  }

  @Test
  void shardsComeBackInOrder() throws Exception {
    Compression zstd = new Compression(Compression.Method.ZSTD, 3);
    byte[] file =
        new MdsIndex()
            .add(entry("a.mds"), open(), Compression.NONE)
            .add(entry("b.mds.zst"), open(), zstd)
            .toBytes();

    IndexedMdsShard first = MdsIndexReader.read(file).getFirst();
    assertThat(first.name()).isEqualTo("a.mds");
    assertThat(first.samples()).isEqualTo(2);
    assertThat(first.bytes()).isEqualTo(shard.length).isEqualTo(first.storedBytes());
    assertThat(first.compression()).isEmpty();
    assertThat(first.columns()).containsEntry("data", "ndarray").containsEntry("key", "str");
    IndexedMdsShard second = MdsIndexReader.read(file).getLast();
    assertThat(second.name()).isEqualTo("b.mds.zst");
    assertThat(second.bytes()).isEqualTo(shard.length);
    assertThat(second.storedBytes()).isEqualTo(77);
    assertThat(second.compression()).isEqualTo("zstd:3");
  }

  @Test
  void everyTruncationIsRefused() {
    for (int length = 0; length < index.length; length++) {
      byte[] cut = Arrays.copyOf(index, length);
      assertThatThrownBy(() -> MdsIndexReader.read(cut))
          .isInstanceOf(MalformedDataException.class)
          .hasMessageStartingWith("index at byte ");
    }
  }

  @Test
  void theFieldIsNamed() {
    assertRefused(
        "\"samples\":2",
        "\"samples\":-2",
        "shards[0].samples: expected a whole number from 0, found -2");
    assertRefused("\"mds\"", "\"xds\"", "shards[0].format: expected mds, found \"xds\"");
    assertRefused(
        "raw_data", "raw-data", "shards[0].raw_data.basename: expected a text, found none");
    assertRefused("{\"shards\"", "{\"parts\"", "shards: expected a list of shards, found none");
  }

  private void assertRefused(String from, String to, String message) {
    byte[] changed = new String(index, UTF_8).replace(from, to).getBytes(UTF_8);
    assertThatThrownBy(() -> MdsIndexReader.read(changed)).hasMessage(message);
  }

  @Test
  void damageIsReadOrRefusedAndNothingElse() throws Exception {
    Random random = new Random(8);
    int read = 0;
    for (int round = 0; round < 3000; round++) {
      byte[] damaged = index.clone();
      for (int i = 0; i <= round % 3; i++) {
        damaged[random.nextInt(damaged.length)] = (byte) random.nextInt(256);
      }
      try {
        read += MdsIndexReader.read(damaged).size();
      } catch (MalformedDataException expected) {
        assertThat(expected).hasMessageContaining("expected").hasMessageContaining("found");
      }
    }
    assertThat(read).isPositive();
  }
}
