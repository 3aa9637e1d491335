package dev.shardline.lineage;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.shardline.dataset.PartId;
import dev.shardline.dataset.Split;
import dev.shardline.digest.CanonicalJson;
import dev.shardline.digest.Digest;
import dev.shardline.lineage.RunIndex.PartEntry;
import dev.shardline.storage.ObjectLocation;
import java.util.List;
import org.junit.jupiter.api.Test;

class RunFilesTest {
  private static final RunDescription RUN =
      new RunDescription(
          "brain",
          ObjectLocation.parse("s3://bucket/work/datasets/brain/0123/"),
          Digest.of("dataset.json"),
          CanonicalJson.object().put("steps", "grey"),
          CanonicalJson.object().put("format", "webdataset"),
          1);

  private static final RunIndex INDEX =
      new RunIndex(
          RUN.identity(),
          Digest.of(RUN.toBytes()),
          List.of(
              new PartEntry(
                  new PartId(Split.TRAIN, 1),
                  Digest.of("ledger 1"),
                  new FateCounts(3, 1, 0),
                  List.of(new ShardEntry("part-00001.tar", 10, Digest.of("shard"), 5))),
              new PartEntry(
                  new PartId(Split.TEST, 0),
                  Digest.of("ledger 0"),
                  new FateCounts(0, 0, 2),
                  List.of())));

  @Test
  void theIdentityIsPinned() {
    assertThat(RUN.id()).isEqualTo("brain-" + RUN.identity().hex().substring(0, 12));
    assertThat(RUN.identity().hex())
        .isEqualTo("c7e77d22daafd9d6caf2678b3d3ac29d3a190e42f12664df001d67f2e18654c1");
  }

  @Test
  void whereTheDataSetLiesIsNoPartOfTheIdentity() {
    RunDescription elsewhere =
        new RunDescription(
            RUN.name(),
            ObjectLocation.parse("file:///work/datasets/brain/0123/"),
            RUN.datasetDigest(),
            RUN.recipe(),
            RUN.output(),
            RUN.outputVersion());
    assertThat(elsewhere.identity()).isEqualTo(RUN.identity());
  }

  @Test
  void theDescriptionIsReadAsItWasWrittenAndNoByteCanChange() throws DamagedFileException {
    byte[] bytes = RUN.toBytes();
    assertThat(RunDescription.read(bytes, "run.json")).isEqualTo(RUN);
    byte[] head = "{\n  \"run\": 1".getBytes(UTF_8);
    for (int i = head.length; i < bytes.length; i++) {
      byte[] changed = bytes.clone();
      changed[i] ^= 1;
      assertDetected(bytes, changed);
    }
  }

  /// Either reading fails, or what was read has another digest than the index holds.
  private static void assertDetected(byte[] original, byte[] changed) {
    try {
      RunDescription.read(changed, "run.json");
      assertThat(Digest.of(changed)).isNotEqualTo(Digest.of(original));
    } catch (DamagedFileException expected) {
      assertThat(expected).hasMessageStartingWith("run.json is damaged: ");
    }
  }

  @Test
  void theIndexIsReadAsItWasWritten() throws DamagedFileException {
    assertThat(RunIndex.read(INDEX.toBytes(), "index.json")).isEqualTo(INDEX);
  }

  @Test
  void theIndexOrdersItsPartsAndAddsThemUp() {
    assertThat(INDEX.parts())
        .extracting(entry -> entry.part().toString())
        .containsExactly("test/part-00000", "train/part-00001");
    assertThat(INDEX.counts()).isEqualTo(new FateCounts(3, 1, 2));
  }

  @Test
  void anIndexWhoseTotalsDoNotAddUpIsRefused() {
    String text = new String(INDEX.toBytes(), UTF_8);
    byte[] wrong = text.replace("\"samples\": 6", "\"samples\": 7").getBytes(UTF_8);
    assertThatThrownBy(() -> RunIndex.read(wrong, "index.json"))
        .isInstanceOf(DamagedFileException.class);
  }
}
