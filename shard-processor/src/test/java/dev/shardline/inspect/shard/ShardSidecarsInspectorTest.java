package dev.shardline.inspect.shard;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.JsonNode;
import dev.shardline.failure.UsageException;
import dev.shardline.inspect.FilesInMemory;
import dev.shardline.inspect.Inspection;
import org.junit.jupiter.api.Test;

/// What lies beside shards: indexes and facts.
class ShardSidecarsInspectorTest {
  private static final String LINES =
      """
      {"key":"a","sample":"1.png","label":"glioma","split":"train","window":0}
      {"key":"b","sample":"2.png","label":"none","split":"train"}
      """;

  @Test
  void classesFactsAndFirstRecordsOfJsonLinesAreTold() throws Exception {
    Inspection inspection = new JsonLinesInspector().inspect(lines().open("part.jsonl"));

    assertThat(inspection.facts().path("records").asLong()).isEqualTo(2);
    assertThat(inspection.facts().path("classes").path("glioma").asLong()).isEqualTo(1);
    assertThat(inspection.facts().path("splits").path("train").asLong()).isEqualTo(2);
    JsonNode window = inspection.facts().path("facts").get(4);
    assertThat(window.path("fact").asText()).isEqualTo("window");
    assertThat(window.path("records").asLong()).isEqualTo(1);
    assertThat(inspection.facts().path("first-records").get(1).path("key").asText()).isEqualTo("b");
  }

  @Test
  void oneRecordOfJsonLinesIsShownByItsKey() throws Exception {
    Inspection inspection = new JsonLinesInspector().inspectRecord(lines().open("part.jsonl"), "b");

    assertThat(inspection.facts().path("sample").asText()).isEqualTo("2.png");
    assertThatThrownBy(
            () -> new JsonLinesInspector().inspectRecord(lines().open("part.jsonl"), "c"))
        .isInstanceOf(UsageException.class)
        .hasMessageContaining("no record \"c\"");
  }

  private static FilesInMemory lines() throws Exception {
    return new FilesInMemory().with("part.jsonl", LINES.getBytes(UTF_8));
  }

  @Test
  void anIndexOfTfRecordsIsHeldToItsShard() throws Exception {
    FilesInMemory files = new FilesInMemory().with("part.idx", "0 120\n120 30\n".getBytes(UTF_8));
    TfRecordIndexInspector inspector = new TfRecordIndexInspector();

    JsonNode alone = inspector.inspect(files.open("part.idx")).facts();
    assertThat(alone.path("records").asLong()).isEqualTo(2);
    assertThat(alone.path("bytes").asLong()).isEqualTo(150);
    assertThat(alone.path("smallest-record").asLong()).isEqualTo(30);
    assertThat(alone.path("shard").asText()).isEqualTo("no part.tfrecord beside it");
    assertThat(alone.path("first-records").get(1).path("offset").asLong()).isEqualTo(120);

    files.with("part.tfrecord", new byte[150]);
    assertThat(inspector.inspect(files.open("part.idx")).facts().path("shard").asText())
        .isEqualTo("part.tfrecord");
    files.with("part.tfrecord", new byte[151]);
    assertThatThrownBy(() -> inspector.inspect(files.open("part.idx")))
        .hasMessage("end of the last record: expected 151, the size of part.tfrecord, found 150");
  }

  @Test
  void shardsColumnsAndCompressionOfAnMdsIndexAreTold() throws Exception {
    String shard =
        """
        {"column_encodings":["str","ndarray"],"column_names":["key","data"],"compression":"zstd:3","format":"mds",\
        "raw_data":{"basename":"a.mds","bytes":90},"samples":4,"zip_data":{"basename":"a.mds.zstd","bytes":30}}\
        """;
    byte[] index = "{\"version\":2,\"shards\":[%s,%s]}".formatted(shard, shard).getBytes(UTF_8);
    FilesInMemory files = new FilesInMemory().with("index.json", index);

    JsonNode facts = new MdsIndexInspector().inspect(files.open("index.json")).facts();

    assertThat(facts.path("records").asLong()).isEqualTo(8);
    assertThat(facts.path("bytes").asLong()).isEqualTo(180);
    assertThat(facts.path("stored-bytes").asLong()).isEqualTo(60);
    assertThat(facts.path("compression").path("zstd:3").asLong()).isEqualTo(2);
    assertThat(facts.path("columns").path("data").asText()).isEqualTo("ndarray");
    assertThat(facts.path("first-shards").get(0).path("name").asText()).isEqualTo("a.mds.zstd");
  }
}
