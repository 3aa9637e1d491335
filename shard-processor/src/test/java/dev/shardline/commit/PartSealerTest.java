package dev.shardline.commit;

import static org.assertj.core.api.Assertions.assertThat;

import dev.shardline.dataset.PartId;
import dev.shardline.dataset.Split;
import dev.shardline.digest.Digest;
import dev.shardline.lineage.EqualShares;
import dev.shardline.lineage.EqualShares.Remainder;
import dev.shardline.lineage.LedgerHeader;
import dev.shardline.shard.Compression;
import dev.shardline.shard.EncodedRecord;
import dev.shardline.shard.ShardFormat;
import dev.shardline.shard.ShardLimits;
import dev.shardline.shard.TfRecordFormat;
import dev.shardline.shard.WebDatasetFormat;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// Whatever was digested while records came, the ledger says of a shard what stands in it.
class PartSealerTest {
  private static final LedgerHeader PART =
      new LedgerHeader(
          new PartId(Split.TRAIN, 0), Digest.of("part"), Digest.of("run"), "software", 1);
  private static final int RECORD = 512;

  @TempDir private Path scratch;

  private static ShardNames names(
      ShardFormat format, Compression compression, Remainder remainder) {
    return new ShardNames(
        format,
        compression,
        new ShardLimits(4, Long.MAX_VALUE),
        new EqualShares(2, remainder, List.of(Split.TRAIN)));
  }

  private static StagedSample sample(int number) {
    byte[] bytes = new byte[RECORD];
    Arrays.fill(bytes, (byte) number);
    String name = String.valueOf(number);
    return new StagedSample(
        name,
        List.of(),
        new StagedSample.StagedFate.Written(
            List.of(StagedSample.StagedRecord.of("", name, EncodedRecord.of(List.of(bytes))))));
  }

  private void requireDigestsOfWhatStands(ShardNames names) throws Exception {
    Path folder = Files.createTempDirectory(scratch, "scratch");
    try (PartSpool spool = PartSpool.open(folder, PART, names, CommitObserver.NONE)) {
      for (int number = 0; number < 11; number++) {
        spool.append(sample(number));
        spool.settle();
        spool.awaitSettled();
      }
      requireDigestsOfWhatStands(new PartSealer(names, CommitObserver.NONE).seal(spool));
    }
    try (PartSpool again = PartSpool.open(folder, PART, names, CommitObserver.NONE)) {
      requireDigestsOfWhatStands(new PartSealer(names, CommitObserver.NONE).seal(again));
    }
  }

  private static void requireDigestsOfWhatStands(StagedPart part) throws Exception {
    assertThat(part.files()).isNotEmpty();
    for (int i = 0; i < part.files().size(); i++) {
      byte[] bytes = Files.readAllBytes(part.files().get(i));
      assertThat(part.shard(i).bytes()).isEqualTo(bytes.length);
      assertThat(part.shard(i).sha256()).isEqualTo(Digest.of(bytes));
    }
  }

  @Test
  void ofTwoRanksShards() throws Exception {
    for (Remainder remainder : Remainder.values()) {
      requireDigestsOfWhatStands(names(new WebDatasetFormat(), Compression.NONE, remainder));
      requireDigestsOfWhatStands(names(new TfRecordFormat(), Compression.NONE, remainder));
    }
  }

  @Test
  void ofCompressedShards() throws Exception {
    requireDigestsOfWhatStands(
        names(new WebDatasetFormat(), new Compression(Compression.Method.ZSTD, 3), Remainder.DROP));
  }
}
