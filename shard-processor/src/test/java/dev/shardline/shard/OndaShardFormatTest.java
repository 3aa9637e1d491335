package dev.shardline.shard;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.shardline.data.ElementType;
import dev.shardline.data.Tensor;
import dev.shardline.digest.CanonicalJson;
import dev.shardline.failure.MalformedDataException;
import dev.shardline.failure.UsageException;
import dev.shardline.signal.Annotation;
import dev.shardline.signal.RecordingReader;
import dev.shardline.signal.SignalUnit;
import dev.shardline.signal.format.FolderFiles;
import dev.shardline.signal.format.ReadOptions;
import dev.shardline.signal.format.onda.OndaFormat;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class OndaShardFormatTest {
  private static final OndaShardFormat ONDA = new OndaShardFormat();

  @TempDir private Path folder = Path.of("");

  private static ObjectNode facts(String label, double rate) {
    ObjectNode facts =
        CanonicalJson.object()
            .put("sample", "a.edf")
            .put("subject", "s1")
            .put("label", label)
            .put("class_index", 1)
            .put("split", "train")
            .put("sampling-rate-hz", rate);
    facts.putArray("signal-channels").add("Fp1").add("EEG C4");
    facts.putArray("units").add("µV").add("µV");
    facts.putArray("classes").add("wake").add("N2");
    return facts;
  }

  private static ShardRecord record(String key, String label, float... values) {
    return new ShardRecord(
        key, Tensor.ofFloats(values, 2, values.length / 2), new TreeMap<>(), 1, facts(label, 100));
  }

  /// Puts the files under the names that a run would give them.
  private void store(SealedShard shard, String name, Compression compression) throws Exception {
    Path stored = compression.compress(shard.file(), folder.resolve("packed")).orElse(shard.file());
    Files.copy(stored, folder.resolve(name));
    for (SealedShard.Sidecar sidecar : shard.sidecars()) {
      Files.copy(sidecar.file(), folder.resolve("part-00000" + sidecar.suffix()));
    }
  }

  @ParameterizedTest
  @EnumSource(
      value = Compression.Method.class,
      names = {"NONE", "ZSTD"})
  void shardIsReadBackAsOneSignalWithASpanForEachRecord(Compression.Method method)
      throws Exception {
    Compression compression = new Compression(method, method.usualLevel());
    String name = "part-00000.lpcm" + compression.suffix();
    store(
        ShardFile.sealed(
            ONDA,
            folder,
            "small/" + name,
            record("k1", "left", 1, 2, 3, -1, -2, -3),
            record("k2", "right", 4, 5, -4, -5)),
        name,
        compression);

    try (FolderFiles files = new FolderFiles(folder)) {
      RecordingReader reader =
          new OndaFormat().open(files, "part-00000.onda.signals.arrow", ReadOptions.STRICT);
      float[][] values = new float[2][5];
      reader.read(0, 5, values, 0);

      assertThat(reader.header().channels())
          .extracting(channel -> channel.label())
          .containsExactly("fp1", "eeg_c4");
      assertThat(reader.header().channels().getFirst().unit()).isEqualTo(SignalUnit.MICROVOLT);
      assertThat(reader.header().rate().hertz()).isEqualTo(100);
      assertThat(values).isDeepEqualTo(new float[][] {{1, 2, 3, 4, 5}, {-1, -2, -3, -4, -5}});
      assertThat(reader.annotations())
          .containsExactly(new Annotation(0, 0.03, "left"), new Annotation(0.03, 0.02, "right"));
    }
  }

  @Test
  void denseLabelsBecomeAnnotationsOfTheirEpochs() throws Exception {
    byte[] labels =
        ByteBuffer.allocate(16).order(ByteOrder.LITTLE_ENDIAN).putLong(1).putLong(-1).array();
    TreeMap<String, Tensor> companions = new TreeMap<>();
    companions.put("labels", Tensor.of(ElementType.INT64, new int[] {2}, labels));
    ShardRecord record =
        new ShardRecord(
            "k1", Tensor.ofFloats(new float[8], 2, 4), companions, 0, facts("night", 1));
    store(
        ShardFile.sealed(ONDA, folder, "part-00000.lpcm", record),
        "part-00000.lpcm",
        Compression.NONE);

    try (FolderFiles files = new FolderFiles(folder)) {
      assertThat(
              new OndaFormat()
                  .open(files, "part-00000.onda.signals.arrow", ReadOptions.STRICT)
                  .annotations())
          .containsExactly(new Annotation(0, 4, "night"), new Annotation(0, 2, "N2"));
    }
  }

  @Test
  void theLedgersSpansHoldTheRecordsTimePoints() throws Exception {
    SealedShard shard =
        ShardFile.sealed(
            ONDA,
            folder,
            "part-00000.lpcm",
            record("k1", "left", 1, 2),
            record("k2", "left", 3, 4));

    assertThat(shard.offsets()).isEqualTo(List.of(0L, 8L));
    assertThat(
            ByteBuffer.wrap(Files.readAllBytes(shard.file()))
                .order(ByteOrder.LITTLE_ENDIAN)
                .getFloat(8))
        .isEqualTo(3);
  }

  @Test
  void whatIsNoSignalIsRefused() {
    ShardRecord features =
        new ShardRecord(
            "k",
            Tensor.ofFloats(new float[4], 2, 2),
            new TreeMap<>(),
            0,
            facts("x", 1)
                .<ObjectNode>set("features", CanonicalJson.object().putArray("f").add("rms")));

    assertThatThrownBy(() -> ONDA.encode(features))
        .isInstanceOf(MalformedDataException.class)
        .hasMessageContaining("recording-to-tensor");
  }

  @Test
  void recordsOfOneShardAreAlike() {
    ShardRecord slower =
        new ShardRecord(
            "k2", Tensor.ofFloats(new float[4], 2, 2), new TreeMap<>(), 0, facts("x", 50));

    assertThatThrownBy(
            () -> ShardFile.sealed(ONDA, folder, "a.lpcm", record("k1", "left", 1, 2), slower))
        .isInstanceOf(UsageException.class)
        .hasMessageContaining("rate");
  }

  @Test
  void gzipIsNoFormOfOnda() {
    assertThat(ONDA.takes(Compression.Method.GZIP)).isFalse();
    assertThat(ONDA.takes(Compression.Method.ZSTD)).isTrue();
  }
}
