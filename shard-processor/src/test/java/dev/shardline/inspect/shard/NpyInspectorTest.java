package dev.shardline.inspect.shard;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.JsonNode;
import dev.shardline.data.Tensor;
import dev.shardline.failure.UsageException;
import dev.shardline.inspect.FilesInMemory;
import dev.shardline.inspect.Inspection;
import dev.shardline.shard.NpyEncoding;
import java.io.ByteArrayOutputStream;
import org.junit.jupiter.api.Test;

class NpyInspectorTest {
  private static final NpyInspector INSPECTOR = new NpyInspector();
  private static final String LINES =
      """
      {"key":"a","sample":"1.png","label":"glioma"}
      {"key":"b","sample":"2.png","label":"none"}
      """;

  private static FilesInMemory files() throws Exception {
    float[] values = new float[2 * 16 * 20];
    values[16 * 20] = 3;
    Tensor records = Tensor.ofFloats(values, 2, 16, 20);
    ByteArrayOutputStream array = new ByteArrayOutputStream();
    array.writeBytes(NpyEncoding.header(records));
    array.writeBytes(records.bytes());
    return new FilesInMemory().with("part-0.npy", array.toByteArray());
  }

  private static FilesInMemory shard() throws Exception {
    return files().with("part-0.jsonl", LINES.getBytes(UTF_8));
  }

  @Test
  void aShardIsToldAndDrawnRecordByRecord() throws Exception {
    Inspection inspection = INSPECTOR.inspect(shard().open("part-0.npy"));

    assertThat(inspection.format()).isEqualTo("NPY shard");
    assertThat(inspection.facts().path("records").asLong()).isEqualTo(2);
    assertThat(inspection.facts().path("classes").path("glioma").asLong()).isEqualTo(1);
    assertThat(inspection.facts().path("arrays").path("float32[16, 20]").asLong()).isEqualTo(2);
    JsonNode second = inspection.facts().path("first-records").get(1);
    assertThat(second.path("sample").asText()).isEqualTo("2.png");
    // A montage of two, where a lone array is one large picture.
    assertThat(inspection.drawing().orElseThrow().draw().getHeight())
        .isLessThan(
            INSPECTOR
                .inspect(files().open("part-0.npy"))
                .drawing()
                .orElseThrow()
                .draw()
                .getHeight());
  }

  @Test
  void oneRecordIsShownByItsKey() throws Exception {
    Inspection record = INSPECTOR.inspectRecord(shard().open("part-0.npy"), "b");

    assertThat(record.facts().path("label").asText()).isEqualTo("none");
    assertThat(record.facts().path("shape").toString()).isEqualTo("[16,20]");
    assertThat(record.facts().path("greatest").asDouble()).isEqualTo(3);
  }

  @Test
  void anArrayWithoutKeysIsOneArray() throws Exception {
    Inspection inspection = INSPECTOR.inspect(files().open("part-0.npy"));

    assertThat(inspection.facts().path("shape").toString()).isEqualTo("[2,16,20]");
    assertThatThrownBy(() -> INSPECTOR.inspectRecord(files().open("part-0.npy"), "b"))
        .isInstanceOf(UsageException.class)
        .hasMessageContaining("no part-0.jsonl beside it");
  }
}
