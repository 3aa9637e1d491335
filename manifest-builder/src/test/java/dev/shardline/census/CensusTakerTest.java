package dev.shardline.census;

import static org.assertj.core.api.Assertions.assertThat;

import dev.shardline.audit.Trace;
import dev.shardline.dataset.ClassLabel;
import dev.shardline.dataset.PartId;
import dev.shardline.dataset.Sample;
import dev.shardline.dataset.SourceObject;
import dev.shardline.dataset.Split;
import dev.shardline.digest.Crc32c;
import dev.shardline.digest.Digest;
import dev.shardline.failure.Reason;
import dev.shardline.lineage.FateCounts;
import dev.shardline.lineage.RecordEntry;
import dev.shardline.lineage.SampleEntry;
import dev.shardline.lineage.SampleFate;
import dev.shardline.lineage.ShardEntry;
import dev.shardline.storage.ObjectLocation;
import dev.shardline.storage.ObjectVersion;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class CensusTakerTest {
  private static final ClassLabel SICK = new ClassLabel("sick", 1);
  private static final ClassLabel WELL = new ClassLabel("well", 0);
  private static final PartId FIRST = new PartId(Split.TRAIN, 0);
  private static final PartId SECOND = new PartId(Split.TRAIN, 1);
  private static final PartId TESTED = new PartId(Split.TEST, 0);
  private static final Digest ANY = Digest.of("any");

  private final CensusTaker taker = new CensusTaker();

  @Test
  void samplesAreCountedBySplitClassAndFate() {
    count(FIRST, sample("a", "s1", SICK, ""), written(2));
    count(FIRST, sample("b", "s1", WELL, ""), new SampleFate.Dropped("foreground", "none"));
    count(SECOND, sample("c", "s2", SICK, ""), written(1));
    count(
        TESTED,
        sample("d", "s3", SICK, ""),
        new SampleFate.Quarantined(Reason.TRUNCATED, "ends early"));

    RunCensus census = taker.taken();

    assertThat(census.classes()).containsExactly(WELL, SICK);
    assertThat(census.counts()).isEqualTo(new FateCounts(2, 1, 1));
    SplitCensus train = split(census, "train");
    assertThat(train.counts()).isEqualTo(new FateCounts(2, 1, 0));
    assertThat(train.subjects()).isEqualTo(2);
    assertThat(train.records()).isEqualTo(3);
    assertThat(train.samples(SICK)).isEqualTo(2);
    assertThat(train.written(SICK)).isEqualTo(2);
    assertThat(train.samples(WELL)).isEqualTo(1);
    assertThat(train.written(WELL)).isZero();
    assertThat(census.dropped()).isEqualTo(Map.of("foreground", 1L));
    assertThat(census.quarantined())
        .containsExactly(
            new RunCensus.QuarantinedSample(
                "test", "d", Reason.TRUNCATED.fileName(), "ends early"));
  }

  @Test
  void aShardCountsOnceHoweverManySamplesItsPartHas() {
    count(FIRST, sample("a", "s1", SICK, ""), written(1));
    count(FIRST, sample("b", "s2", SICK, ""), written(1));
    count(SECOND, sample("c", "s3", SICK, ""), written(1));

    SplitCensus train = split(taker.taken(), "train");

    assertThat(train.shards()).hasSize(2);
    assertThat(train.shardBytes()).isEqualTo(200);
    assertThat(train.shardRecords()).isEqualTo(20);
  }

  @Test
  void copiesAreCountedWithTheirGroups() {
    count(FIRST, sample("a", "s1", SICK, "g1"), written(1));
    count(FIRST, sample("b", "s1", SICK, "g1"), written(1));
    count(TESTED, sample("c", "s2", SICK, "g2"), written(1));
    count(TESTED, sample("d", "s3", SICK, ""), written(1));

    RunCensus census = taker.taken();

    assertThat(census.copyGroups()).isEqualTo(2);
    assertThat(census.copies()).isEqualTo(3);
  }

  @Test
  void soManyQuarantinedSamplesAreListedAndAllCounted() {
    int many = RunCensus.LISTED + 7;
    IntStream.range(0, many)
        .forEach(i ->
            count(
                FIRST,
                sample("s" + i, "s" + i, SICK, ""),
                new SampleFate.Quarantined(Reason.TRUNCATED, "")));

    RunCensus census = taker.taken();

    assertThat(census.quarantined()).hasSize(RunCensus.LISTED);
    assertThat(census.counts().quarantined()).isEqualTo(many);
  }

  private static SplitCensus split(RunCensus census, String name) {
    return census.splits().entrySet().stream()
        .filter(entry -> entry.getKey().equals(name))
        .map(Map.Entry::getValue)
        .findFirst()
        .orElseThrow();
  }

  private void count(PartId part, Sample sample, SampleFate fate) {
    taker.count(
        new Trace(
            sample,
            part,
            ANY,
            new SampleEntry(sample.id(), List.of(), fate),
            List.of(new ShardEntry(part + ".tar", 100, ANY, 10)),
            ANY,
            ANY,
            ANY,
            ANY));
  }

  private static Sample sample(String id, String subject, ClassLabel label, String copies) {
    SourceObject object =
        new SourceObject(ObjectLocation.parse("memory://data/" + id), 1, ObjectVersion.ANY);
    return new Sample(id, List.of(object), subject, copies, label, Map.of());
  }

  private static SampleFate written(int records) {
    return new SampleFate.Written(
        IntStream.range(0, records)
            .mapToObj(i -> new RecordEntry("r" + i, 0, i, 1, Crc32c.of(new byte[0])))
            .toList(),
        List.of(),
        List.of());
  }
}
