package dev.shardline.shard;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import blue.strategic.parquet.Hydrator;
import blue.strategic.parquet.HydratorSupplier;
import blue.strategic.parquet.ParquetReader;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.shardline.data.ElementType;
import dev.shardline.data.Tensor;
import dev.shardline.digest.CanonicalJson;
import dev.shardline.failure.UsageException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ParquetFormatTest {
  private static final ParquetFormat PARQUET = new ParquetFormat();

  @TempDir private Path folder = Path.of("");

  private static ObjectNode facts(boolean windowed) {
    ObjectNode facts =
        CanonicalJson.object()
            .put("sample", "a/ä.edf")
            .put("subject", "s1")
            .put("label", "rest")
            .put("class_index", 1)
            .put("split", "train");
    if (windowed) {
      facts.put("window", 3).put("onset-seconds", 1.5);
    }
    facts.putArray("signal-channels").add("C3").add("C4");
    facts.putArray("units").add("µV").add("µV");
    facts.putArray("features").add("alpha").add("alpha-relative");
    facts.putArray("feature-units").add("µV²").add("1");
    return facts;
  }

  private static ShardRecord record(String key, boolean windowed, float... values) {
    return new ShardRecord(key, Tensor.ofFloats(values, 2, 2), new TreeMap<>(), 1, facts(windowed));
  }

  private static List<Map<String, Object>> rows(Path parquet) throws IOException {
    Hydrator<Map<String, Object>, Map<String, Object>> hydrator =
        new Hydrator<>() {
          @Override
          public Map<String, Object> start() {
            return new LinkedHashMap<>();
          }

          @Override
          public Map<String, Object> add(Map<String, Object> row, String name, Object value) {
            row.put(name, value);
            return row;
          }

          @Override
          public Map<String, Object> finish(Map<String, Object> row) {
            return row;
          }
        };
    try (Stream<Map<String, Object>> content =
        ParquetReader.streamContent(parquet.toFile(), HydratorSupplier.constantly(hydrator))) {
      return content.toList();
    }
  }

  @Test
  void everyRowOfTheTableIsARowOfTheParquetFileWithTypesAndUnits() throws Exception {
    SealedShard shard =
        ShardFile.sealed(
            PARQUET,
            folder,
            "part-00000.csv",
            record("k1", true, 1.1f, 0.5f, Float.NaN, 0.25f),
            record("k2", false, 3, 4, 5, 6));

    List<Map<String, Object>> rows = rows(ShardFile.sidecar(shard, ".parquet"));

    assertThat(rows).hasSize(4);
    assertThat(rows.getFirst())
        .containsEntry("key", "k1")
        .containsEntry("sample", "a/ä.edf")
        .containsEntry("class_index", 1L)
        .containsEntry("window", 3L)
        .containsEntry("onset-seconds", 1.5)
        .containsEntry("channel", "C3")
        .containsEntry("unit", "µV")
        .containsEntry("alpha [µV²]", 1.1f)
        .containsEntry("alpha-relative", 0.5f);
    assertThat(rows.get(1).get("alpha [µV²]")).isNull();
    assertThat(rows.get(2).get("window")).isNull();
  }

  @Test
  void theRecordsOfTheLedgerAreThoseOfTheTableBeside() throws Exception {
    ShardRecord first = record("k1", true, 1, 2, 3, 4);
    ShardRecord second = record("k2", true, 5, 6, 7, 8);
    SealedShard parquet = ShardFile.sealed(PARQUET, folder, "a.csv", first, second);
    SealedShard csv = ShardFile.sealed(new CsvFormat(), folder, "a.csv", first, second);

    assertThat(parquet.file()).hasSameBinaryContentAs(csv.file());
    assertThat(parquet.offsets()).isEqualTo(csv.offsets());
  }

  @Test
  void theSameRecordsGiveTheSameBytes() throws Exception {
    ShardRecord record = record("k1", true, 1, 2, 3, 4);

    assertThat(
            Files.readAllBytes(
                ShardFile.sidecar(ShardFile.sealed(PARQUET, folder, "a.csv", record), ".parquet")))
        .isEqualTo(
            Files.readAllBytes(
                ShardFile.sidecar(ShardFile.sealed(PARQUET, folder, "a.csv", record), ".parquet")));
  }

  @Test
  void columnsHaveOneType() {
    Tensor doubles = Tensor.of(ElementType.FLOAT64, new int[] {2, 2}, new byte[32]);
    ShardRecord other = new ShardRecord("k2", doubles, new TreeMap<>(), 1, facts(true));

    assertThatThrownBy(
            () -> ShardFile.sealed(PARQUET, folder, "a.csv", record("k1", true, 1, 2, 3, 4), other))
        .isInstanceOf(UsageException.class)
        .hasMessageContaining("precision");
  }
}
