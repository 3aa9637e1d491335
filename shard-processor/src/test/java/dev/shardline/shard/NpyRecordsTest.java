package dev.shardline.shard;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.shardline.data.Tensor;
import dev.shardline.digest.CanonicalJson;
import dev.shardline.failure.MalformedDataException;
import java.io.ByteArrayInputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.TreeMap;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class NpyRecordsTest {
  @TempDir private Path folder = Path.of("");
  private byte[] array = {};
  private byte[] facts = {};

  @BeforeEach
  void write() throws Exception {
    SealedShard sealed =
        ShardFile.sealed(new NpyFormat(), folder, "part", record("zeta", 1), record("alpha", 2));
    array = Files.readAllBytes(sealed.file());
    facts = Files.readAllBytes(sealed.sidecars().getLast().file());
  }

  private static ShardRecord record(String key, float value) {
    return new ShardRecord(
        key,
        Tensor.ofFloats(new float[] {value, 2, 3, 4, 5, 6}, 2, 3),
        new TreeMap<>(),
        1,
        CanonicalJson.object().put("label", "class of " + key));
  }

  private static List<StoredRecord> read(byte[] array, byte[] facts) throws Exception {
    List<StoredRecord> records = new ArrayList<>();
    try (NpyRecords reader = new NpyRecords(array, new ByteArrayInputStream(facts))) {
      for (Optional<StoredRecord> next = reader.next(); next.isPresent(); next = reader.next()) {
        records.add(next.get());
      }
    }
    return records;
  }

  @Test
  void recordsComeBackWithTheirKeysAndFacts() throws Exception {
    List<StoredRecord> records = read(array, facts);

    assertThat(records).extracting(StoredRecord::key).containsExactly("zeta", "alpha");
    assertThat(records.get(1).data().toString()).isEqualTo("float32[2, 3]");
    assertThat(records.get(1).data().toFloats()).containsExactly(2, 2, 3, 4, 5, 6);
    assertThat(records.get(1).facts().path("label").asText()).isEqualTo("class of alpha");
    assertThat(records.get(1).facts().has("key")).isFalse();
  }

  @Test
  void everyTruncationIsRefused() throws Exception {
    for (int length = 0; length < array.length; length++) {
      byte[] cut = Arrays.copyOf(array, length);
      assertThatThrownBy(() -> read(cut, facts)).isInstanceOf(MalformedDataException.class);
    }
    for (int length = 0; length < facts.length - 1; length++) {
      byte[] cut = Arrays.copyOf(facts, length);
      assertThatThrownBy(() -> read(array, cut)).isInstanceOf(MalformedDataException.class);
    }
    assertThat(read(array, Arrays.copyOf(facts, facts.length - 1))).hasSize(2);
  }

  @Test
  void asManyLinesAsRecordsAreAskedFor() {
    byte[] twice = Arrays.copyOf(facts, 2 * facts.length);
    System.arraycopy(facts, 0, twice, facts.length, facts.length);

    assertThatThrownBy(() -> read(array, twice))
        .hasMessage(
            "lines of the .jsonl file: expected 2, one for each record of the array, found more");
    assertThatThrownBy(() -> read(array, new byte[0])).hasMessageEndingWith("found 0");
  }

  @Test
  void damageIsReadOrRefusedAndNothingElse() throws Exception {
    Random random = new Random(5);
    int read = 0;
    for (int round = 0; round < 3000; round++) {
      byte[] damagedArray = round % 2 == 0 ? damaged(array, random) : array;
      byte[] damagedFacts = round % 2 == 1 ? damaged(facts, random) : facts;
      try {
        read += read(damagedArray, damagedFacts).size();
      } catch (MalformedDataException expected) {
        assertThat(expected).hasMessageContaining("expected").hasMessageContaining("found");
      }
    }
    assertThat(read).isPositive();
  }

  private static byte[] damaged(byte[] file, Random random) {
    byte[] damaged = file.clone();
    for (int i = random.nextInt(3); i >= 0; i--) {
      damaged[random.nextInt(damaged.length)] = (byte) random.nextInt(256);
    }
    return damaged;
  }

  @Test
  void anEmptyArrayHasNoRecords() throws Exception {
    byte[] empty = NpyEncoding.header(Tensor.ofFloats(new float[0], 0, 3));

    assertThat(read(empty, new byte[0])).isEmpty();
  }
}
