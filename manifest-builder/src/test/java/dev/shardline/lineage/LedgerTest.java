package dev.shardline.lineage;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.shardline.dataset.PartId;
import dev.shardline.dataset.SourceObject;
import dev.shardline.dataset.Split;
import dev.shardline.digest.Crc32c;
import dev.shardline.digest.Digest;
import dev.shardline.failure.Reason;
import dev.shardline.storage.ObjectLocation;
import dev.shardline.storage.ObjectVersion;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.junit.jupiter.api.Test;

class LedgerTest {
  private static final Digest DIGEST = Digest.of("x");

  private static ObjectRead object(String key) {
    return new ObjectRead(
        new SourceObject(
            ObjectLocation.parse("s3://bucket/" + key), 10, new ObjectVersion("e\"tag", "v1")),
        DIGEST);
  }

  private static Ledger ledger() {
    return new Ledger(
        new LedgerHeader(
            new PartId(Split.TRAIN, 3), Digest.of("part"), Digest.of("run"), "shardline 1", 1),
        List.of(
            new SampleEntry(
                "a b/ü.jpg",
                List.of(object("a b/ü.jpg")),
                new SampleFate.Written(
                    List.of(new RecordEntry("k1", 0, 0, 512, Crc32c.of(new byte[512]))))),
            new SampleEntry(
                "c", List.of(object("c")), new SampleFate.Dropped("empty-slice", "0.01")),
            new SampleEntry(
                "d",
                List.of(new ObjectRead(object("d").object(), null)),
                new SampleFate.Quarantined(Reason.TOO_LARGE, "needs 3 GiB"))),
        List.of(new ShardEntry("part-00003.tar", 1024, DIGEST, 1)));
  }

  @Test
  void aLedgerIsReadAsItWasWritten() throws DamagedFileException {
    assertThat(LedgerReader.read(LedgerWriter.toBytes(ledger()), "here")).isEqualTo(ledger());
  }

  @Test
  void theFooterCountsTheFates() {
    assertThat(ledger().counts()).isEqualTo(new FateCounts(1, 1, 1));
    assertThat(new String(LedgerWriter.toBytes(ledger()), StandardCharsets.UTF_8))
        .contains("\"samples\":3,\"written\":1,\"dropped\":1,\"quarantined\":1");
  }

  @Test
  void everyChangedByteIsFound() {
    byte[] bytes = LedgerWriter.toBytes(ledger());
    for (int i = 0; i < bytes.length; i++) {
      byte[] changed = bytes.clone();
      changed[i] ^= 1;
      assertThatThrownBy(
              () -> LedgerReader.read(changed, "here"),
              "byte %d of %s",
              i,
              new String(changed, StandardCharsets.UTF_8))
          .isInstanceOf(DamagedFileException.class)
          .hasMessageStartingWith("here is damaged: ");
    }
  }

  @Test
  void aLedgerCutAnywhereIsRefused() {
    byte[] bytes = LedgerWriter.toBytes(ledger());
    for (int length = 0; length < bytes.length; length++) {
      byte[] cut = java.util.Arrays.copyOf(bytes, length);
      assertThatThrownBy(() -> LedgerReader.read(cut, "here"))
          .isInstanceOf(DamagedFileException.class);
    }
  }
}
