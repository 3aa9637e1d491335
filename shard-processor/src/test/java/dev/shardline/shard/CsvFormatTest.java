package dev.shardline.shard;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.shardline.data.Tensor;
import dev.shardline.digest.CanonicalJson;
import dev.shardline.failure.MalformedDataException;
import dev.shardline.failure.UsageException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class CsvFormatTest {
  private static final CsvFormat CSV = new CsvFormat();

  @TempDir private Path folder = Path.of("");

  private static ObjectNode facts(String label, String... features) {
    ObjectNode facts =
        CanonicalJson.object()
            .put("sample", "a/b.edf")
            .put("subject", "s1")
            .put("label", label)
            .put("class_index", 1)
            .put("split", "train")
            .put("window", 3)
            .put("onset-seconds", 1.5);
    facts.putArray("signal-channels").add("C3").add("C4");
    facts.putArray("units").add("µV").add("µV");
    var names = facts.putArray("features");
    var units = facts.putArray("feature-units");
    for (String feature : features) {
      names.add(feature);
      units.add(feature.endsWith("relative") ? "1" : "µV²");
    }
    return facts;
  }

  private static ShardRecord record(String key, ObjectNode facts, float... values) {
    return new ShardRecord(
        key, Tensor.ofFloats(values, 2, values.length / 2), new TreeMap<>(), 1, facts);
  }

  private String sealed(ShardRecord... records) throws Exception {
    return read(ShardFile.sealed(CSV, folder, "table.csv", records));
  }

  private static String read(SealedShard shard) throws IOException {
    return Files.readString(shard.file(), UTF_8);
  }

  @Test
  void eachRecordHasARowForEachSignalChannelUnderOneHeader() throws Exception {
    assertThat(
            sealed(
                record("k1", facts("open, eyes", "alpha", "alpha-relative"), 1, 0.1f, 2, 0.25f),
                record("k2", facts("closed", "alpha", "alpha-relative"), 3, Float.NaN, 1e-9f, 1)))
        .isEqualTo(
            """
            key,sample,subject,label,class_index,split,window,onset-seconds,channel,unit,alpha [µV²],alpha-relative
            k1,a/b.edf,s1,"open, eyes",1,train,3,1.5,C3,µV,1.0,0.1
            k1,a/b.edf,s1,"open, eyes",1,train,3,1.5,C4,µV,2.0,0.25
            k2,a/b.edf,s1,closed,1,train,3,1.5,C3,µV,3.0,n/a
            k2,a/b.edf,s1,closed,1,train,3,1.5,C4,µV,1.0E-9,1.0
            """);
  }

  @Test
  void columnsOfSpectraAreFrequencies() throws Exception {
    ObjectNode facts = facts("x");
    facts.put("frequency-from-hz", 0.5).put("frequency-step-hz", 0.25);
    facts.putArray("power-units").add("µV²/Hz").add("µV²/Hz");

    assertThat(sealed(record("k", facts, 1, 2, 3, 4)).lines().findFirst().orElseThrow())
        .endsWith("channel,unit,0.5 Hz [µV²/Hz],0.75 Hz [µV²/Hz]");
  }

  @Test
  void recordsOfDifferentColumnsDoNotShareATable() {
    assertThatThrownBy(() ->
            sealed(record("k1", facts("x", "alpha"), 1, 2), record("k2", facts("x", "beta"), 1, 2)))
        .isInstanceOf(UsageException.class)
        .hasMessageContaining("same columns");
  }

  @Test
  void whatIsNoTableOfFeaturesIsRefused() {
    assertThatThrownBy(() -> CSV.encode(record("k", facts("x", "alpha"), 1, 2, 3, 4)))
        .isInstanceOf(MalformedDataException.class)
        .hasMessageContaining("band-power");
    assertThatThrownBy(() -> CSV.encode(record("k", CanonicalJson.object(), 1, 2)))
        .isInstanceOf(MalformedDataException.class);
  }
}
