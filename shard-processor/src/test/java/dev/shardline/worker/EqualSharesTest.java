package dev.shardline.worker;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.tuple;

import dev.shardline.commit.CommitStep;
import dev.shardline.commit.ShardNames;
import dev.shardline.dataset.Split;
import dev.shardline.lineage.EqualShares;
import dev.shardline.lineage.EqualShares.Remainder;
import dev.shardline.lineage.FateCounts;
import dev.shardline.lineage.Ledger;
import dev.shardline.lineage.RecordEntry;
import dev.shardline.lineage.SampleEntry;
import dev.shardline.lineage.SampleFate;
import dev.shardline.lineage.ShardEntry;
import dev.shardline.shard.Compression;
import dev.shardline.shard.MdsFormat;
import dev.shardline.shard.ShardFormat;
import dev.shardline.shard.ShardLimits;
import dev.shardline.shard.WebDatasetFormat;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.List;
import java.util.SortedMap;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.IntStream;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class EqualSharesTest {
  @TempDir private Path scratch;

  private static ShardNames dealt(
      ShardFormat format, int ranks, Remainder remainder, ShardLimits limits) {
    return new ShardNames(
        format, Compression.NONE, limits, new EqualShares(ranks, remainder, List.of(Split.TRAIN)));
  }

  private Scene scene(int ranks, Remainder remainder, String... texts) throws Exception {
    Scene scene = new Scene(scratch);
    scene.shards = dealt(new WebDatasetFormat(), ranks, remainder, ShardLimits.NONE);
    scene.build(texts.length, texts);
    return scene;
  }

  private static List<SampleFate.Written> written(Ledger ledger) {
    return ledger.samples().stream()
        .map(SampleEntry::fate)
        .filter(SampleFate.Written.class::isInstance)
        .map(SampleFate.Written.class::cast)
        .toList();
  }

  private static String[] texts(int count) {
    return IntStream.range(0, count).mapToObj(i -> "text " + i).toArray(String[]::new);
  }

  @Test
  void recordsAreDealtOutOneAfterAnother() throws Exception {
    Scene scene = scene(2, Remainder.DROP, texts(4));

    scene.work();

    assertThat(scene.ledger(0).shards())
        .extracting(ShardEntry::name, ShardEntry::records)
        .containsExactly(tuple("part-00000-00000.tar", 2L), tuple("part-00000-00001.tar", 2L));
    assertThat(written(scene.ledger(0)))
        .extracting(written -> written.records().getFirst().shard())
        .containsExactly(0, 1, 0, 1);
  }

  @Test
  void whatIsLeftOverIsDroppedByName() throws Exception {
    Scene scene = scene(3, Remainder.DROP, texts(5));

    WorkerReport report = scene.work();

    assertThat(scene.ledger(0).shards())
        .extracting(ShardEntry::records)
        .containsExactly(1L, 1L, 1L);
    assertThat(scene.ledger(0).samples().subList(3, 5))
        .extracting(SampleEntry::fate)
        .allSatisfy(
            fate -> assertThat(((SampleFate.Dropped) fate).rule()).isEqualTo("equal-shares"));
    assertThat(report.counts())
        .isEqualTo(new FateCounts(3, 2, 0))
        .isEqualTo(scene.ledger(0).counts());
  }

  @Test
  void aSampleThatLosesSomeOfItsRecordsNamesThem() throws Exception {
    Scene scene = scene(2, Remainder.DROP, "three little words");
    scene.recipe = WordSteps.recipeForEachWord();

    scene.work();

    SampleFate.Written sample = written(scene.ledger(0)).getFirst();
    assertThat(sample.records()).hasSize(2);
    assertThat(sample.leftOut()).singleElement().asString().endsWith("-00002");
  }

  @Test
  void aPartWithFewerRecordsThanRanksGivesNoShard() throws Exception {
    Scene scene = scene(4, Remainder.DROP, texts(3));

    scene.work();

    assertThat(scene.output()).containsOnlyKeys("train/part-00000.ledger");
    assertThat(scene.ledger(0).counts()).isEqualTo(new FateCounts(0, 3, 0));
  }

  @Test
  void missingRecordsAreRepeatedFromTheBeginning() throws Exception {
    Scene scene = scene(4, Remainder.PAD, texts(6));

    scene.work();

    Ledger ledger = scene.ledger(0);
    assertThat(ledger.shards()).extracting(ShardEntry::records).containsExactly(2L, 2L, 2L, 2L);
    assertThat(ledger.counts()).isEqualTo(new FateCounts(6, 0, 0));
    for (int sample = 0; sample < 2; sample++) {
      RecordEntry once = written(ledger).get(sample).records().getFirst();
      RecordEntry again = written(ledger).get(sample).repeated().getFirst();
      assertThat(again.shard()).isEqualTo(2 + sample);
      assertThat(again.crc32c()).isEqualTo(once.crc32c());
      assertThat(range(scene, again)).isEqualTo(range(scene, once));
    }
    assertThat(written(ledger).subList(2, 6)).allMatch(sample -> sample.repeated().isEmpty());
  }

  private static String range(Scene scene, RecordEntry record) throws Exception {
    String shard =
        scene.output().get("train/" + scene.ledger(0).shards().get(record.shard()).name());
    return shard.substring((int) record.offset(), (int) (record.offset() + record.length()));
  }

  @Test
  void oneRecordFillsAllRanks() throws Exception {
    Scene scene = scene(3, Remainder.PAD, "alone", "bad");

    scene.work();

    assertThat(scene.ledger(0).shards())
        .extracting(ShardEntry::records)
        .containsExactly(1L, 1L, 1L);
    assertThat(written(scene.ledger(0)).getFirst().repeated()).hasSize(2);
  }

  @Test
  void aFormatThatSealsWithHeadsIsPaddedToo() throws Exception {
    Scene scene = scene(3, Remainder.PAD, texts(4));
    scene.shards = dealt(new MdsFormat(), 3, Remainder.PAD, ShardLimits.NONE);

    scene.work();

    Ledger ledger = scene.ledger(0);
    assertThat(ledger.shards()).extracting(ShardEntry::records).containsExactly(2L, 2L, 2L);
    for (SampleFate.Written sample : written(ledger)) {
      for (RecordEntry again : sample.repeated()) {
        assertThat(range(scene, again)).isEqualTo(range(scene, sample.records().getFirst()));
      }
    }
  }

  @Test
  void limitsBeginAnotherShardForEveryRank() throws Exception {
    Scene scene = scene(2, Remainder.DROP, texts(7));
    scene.shards =
        dealt(new WebDatasetFormat(), 2, Remainder.DROP, new ShardLimits(2, Long.MAX_VALUE));

    scene.work();

    assertThat(scene.ledger(0).shards())
        .extracting(ShardEntry::records)
        .containsExactly(2L, 2L, 1L, 1L);
  }

  @Test
  void otherSplitsStayAsTheyAre() throws Exception {
    Scene scene = scene(2, Remainder.DROP, texts(3));
    scene.shards =
        new ShardNames(
            new WebDatasetFormat(),
            Compression.NONE,
            ShardLimits.NONE,
            new EqualShares(2, Remainder.DROP, List.of(Split.TEST)));

    scene.work();

    assertThat(scene.output()).containsOnlyKeys("train/part-00000.ledger", "train/part-00000.tar");
  }

  /// Stops the worker from outside wherever a commit step is, and begins again on the same disk.
  @Test
  void whoeverIsStoppedAnywhereEndsWithTheSameBytes() throws Exception {
    for (Remainder remainder : Remainder.values()) {
      Scene undisturbed = new Scene(scratch.resolve("undisturbed" + remainder));
      undisturbed.shards = dealt(new WebDatasetFormat(), 4, remainder, ShardLimits.NONE);
      undisturbed.build(7, texts(14));
      undisturbed.work();
      SortedMap<String, String> expected = undisturbed.output();
      for (CommitStep step : CommitStep.values()) {
        Scene scene = new Scene(scratch.resolve(remainder + "-" + step));
        scene.shards = undisturbed.shards;
        scene.build(7, texts(14));
        boolean isPerSample =
            step == CommitStep.RECORDS_SPOOLED || step == CommitStep.SAMPLE_JOURNALED;
        AtomicInteger left = new AtomicInteger(isPerSample ? 6 : 2);
        assertThatThrownBy(() ->
                scene.work((_, reached) -> {
                  if (reached == step && left.decrementAndGet() == 0) {
                    throw new IllegalStateException("killed");
                  }
                }))
            .isInstanceOf(IllegalStateException.class);
        scene.work();
        assertThat(scene.output()).as("%s after %s", remainder, step).isEqualTo(expected);
      }
    }
  }

  @Property(tries = 60)
  void everyRankGetsEquallyManyRecordsOfEveryPart(
      @ForAll @IntRange(min = 1, max = 7) int ranks,
      @ForAll @IntRange(min = 0, max = 23) int samples,
      @ForAll @IntRange(min = 1, max = 9) int partSamples,
      @ForAll @IntRange(min = 1, max = 4) int shardRecords,
      @ForAll Remainder remainder)
      throws Exception {
    Path folder = Files.createTempDirectory("equal-shares");
    try {
      Scene scene = new Scene(folder);
      scene.shards =
          dealt(
              new WebDatasetFormat(),
              ranks,
              remainder,
              new ShardLimits(shardRecords, Long.MAX_VALUE));
      scene.build(partSamples, texts(samples));
      scene.work();
      for (var part : scene.dataset().description().parts()) {
        Ledger ledger = scene.ledger(part.id().number());
        long[] records = new long[ranks];
        for (int i = 0; i < ledger.shards().size(); i++) {
          records[i % ranks] += ledger.shards().get(i).records();
        }
        assertThat(records).containsOnly(records[0]);
        long counted = part.counts().samples();
        long expected =
            remainder == Remainder.DROP ? counted / ranks : (counted + ranks - 1) / ranks;
        assertThat(records[0]).isEqualTo(expected);
      }
    } finally {
      try (var tree = Files.walk(folder)) {
        tree.sorted(Comparator.reverseOrder()).forEach(path -> path.toFile().delete());
      }
    }
  }
}
