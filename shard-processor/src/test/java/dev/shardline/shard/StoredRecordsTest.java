package dev.shardline.shard;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.shardline.data.ElementType;
import dev.shardline.data.Tensor;
import dev.shardline.digest.CanonicalJson;
import dev.shardline.failure.MalformedDataException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class StoredRecordsTest {
  @TempDir private Path folder = Path.of("");

  /// The formats that are read from the whole file.
  enum Kind {
    MDS(new MdsFormat()),
    SAFETENSORS(new SafetensorsFormat()),
    TFRECORD(new TfRecordFormat());

    private final ShardFormat format;

    Kind(ShardFormat format) {
      this.format = format;
    }

    List<StoredRecord> read(byte[] shard) throws Exception {
      List<StoredRecord> records = new ArrayList<>();
      try (StoredRecords reader =
          switch (this) {
            case MDS -> new MdsReader(shard);
            case SAFETENSORS -> new SafetensorsReader(shard);
            case TFRECORD -> new TfRecordReader(shard);
          }) {
        for (Optional<StoredRecord> next = reader.next(); next.isPresent(); next = reader.next()) {
          records.add(next.get());
        }
      }
      return records;
    }
  }

  private byte[] shard(Kind kind) throws Exception {
    SealedShard sealed =
        ShardFile.sealed(kind.format, folder, "part", record("zeta", 1), record("alpha", 2));
    return Files.readAllBytes(sealed.file());
  }

  private static ShardRecord record(String key, int seed) {
    Tensor mask = Tensor.of(ElementType.UINT8, new int[] {300}, bytes(300, seed));
    return new ShardRecord(
        key,
        Tensor.of(ElementType.FLOAT32, new int[] {2, 3}, bytes(24, seed)),
        new TreeMap<>(Map.of("mask", mask)),
        seed,
        CanonicalJson.object().put("label", "class " + seed));
  }

  private static byte[] bytes(int count, int seed) {
    byte[] bytes = new byte[count];
    new Random(seed).nextBytes(bytes);
    return bytes;
  }

  @ParameterizedTest
  @EnumSource
  void recordsComeBackInTheOrderOfTheShard(Kind kind) throws Exception {
    List<StoredRecord> records = kind.read(shard(kind));

    assertThat(records).extracting(StoredRecord::key).containsExactly("zeta", "alpha");
    StoredRecord second = records.get(1);
    assertThat(second.data().toString()).isEqualTo("float32[2, 3]");
    assertThat(second.data().bytes()).isEqualTo(bytes(24, 2));
    assertThat(second.companions()).containsOnlyKeys("mask");
    assertThat(second.companions().get("mask").bytes()).isEqualTo(bytes(300, 2));
    assertThat(second.facts().path("label").asText()).isEqualTo("class 2");
  }

  @ParameterizedTest
  @EnumSource
  void everyTruncationIsRefused(Kind kind) throws Exception {
    byte[] shard = shard(kind);

    // A TFRecord does not tell how many records it holds: cut between two of them it is a shorter
    // one.
    List<Integer> shorter =
        kind == Kind.TFRECORD
            ? List.of(0, kind.format.encode(record("zeta", 1)).length())
            : List.of();

    for (int length = 0; length < shard.length; length++) {
      byte[] cut = Arrays.copyOf(shard, length);
      if (shorter.contains(length)) {
        assertThat(kind.read(cut).size()).isLessThan(2);
      } else {
        assertThatThrownBy(() -> kind.read(cut)).isInstanceOf(MalformedDataException.class);
      }
    }
  }

  @ParameterizedTest
  @EnumSource
  void damageIsReadOrRefusedAndNothingElse(Kind kind) throws Exception {
    byte[] shard = shard(kind);
    Random random = new Random(5);
    int read = 0;
    for (int round = 0; round < 3000; round++) {
      byte[] damaged = shard.clone();
      for (int i = 0; i <= round % 3; i++) {
        damaged[random.nextInt(damaged.length)] = (byte) random.nextInt(256);
      }
      try {
        read += kind.read(damaged).size();
      } catch (MalformedDataException expected) {
        assertThat(expected.getMessage()).isNotBlank();
      }
    }
    assertThat(read).isPositive();
  }

  @Test
  void tensorsOfAModelAreRecordsOfTheirOwn() throws Exception {
    byte[] header =
        "{\"layer.weight\":{\"dtype\":\"U8\",\"shape\":[2],\"data_offsets\":[0,2]}}"
            .getBytes(StandardCharsets.US_ASCII);
    byte[] file =
        new LittleEndian().u64(header.length).bytes(header).bytes(new byte[] {7, 8}).toBytes();

    List<StoredRecord> records = Kind.SAFETENSORS.read(file);

    assertThat(records).extracting(StoredRecord::key).containsExactly("layer.weight");
    assertThat(records.getFirst().data().bytes()).containsExactly(7, 8);
  }
}
