package dev.shardline.worker;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.shardline.commit.CommitStep;
import dev.shardline.dataset.PartId;
import dev.shardline.dataset.Sample;
import dev.shardline.dataset.SourceObject;
import dev.shardline.dataset.Split;
import dev.shardline.digest.Crc32c;
import dev.shardline.digest.Digest;
import dev.shardline.failure.PermanentException;
import dev.shardline.failure.Reason;
import dev.shardline.flow.MemoryForecast;
import dev.shardline.flow.SampleMemory;
import dev.shardline.flow.SampleSource;
import dev.shardline.flow.WorkerLimits;
import dev.shardline.lineage.FateCounts;
import dev.shardline.lineage.Ledger;
import dev.shardline.lineage.SampleEntry;
import dev.shardline.lineage.SampleFate;
import dev.shardline.storage.Content;
import dev.shardline.telemetry.Counter;
import dev.shardline.worker.WorkerReport.Outcome;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.SortedMap;
import java.util.concurrent.atomic.AtomicLong;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.apache.commons.compress.archivers.tar.TarArchiveEntry;
import org.apache.commons.compress.archivers.tar.TarArchiveInputStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class WorkerTest {
  @TempDir private Path scratch;
  private Scene scene;

  @BeforeEach
  void prepare() {
    scene = new Scene(scratch);
  }

  private static String[] texts(int count) {
    return IntStream.range(0, count).mapToObj(i -> "text number " + i).toArray(String[]::new);
  }

  private static List<String> members(String tar) throws IOException {
    List<String> names = new ArrayList<>();
    byte[] bytes = tar.getBytes(StandardCharsets.ISO_8859_1);
    try (TarArchiveInputStream in = new TarArchiveInputStream(new ByteArrayInputStream(bytes))) {
      for (TarArchiveEntry entry = in.getNextEntry(); entry != null; entry = in.getNextEntry()) {
        names.add(entry.getName());
      }
    }
    return names;
  }

  @Test
  void everyPartBecomesAShardAndALedger() throws Exception {
    scene.build(2, "one", "two", "three");

    WorkerReport report = scene.work();

    assertThat(report.outcome()).isEqualTo(Outcome.DONE);
    assertThat(report.committed()).containsExactly(Scene.train(0), Scene.train(1));
    assertThat(report.counts()).isEqualTo(new FateCounts(3, 0, 0));
    assertThat(scene.output())
        .containsOnlyKeys(
            "train/part-00000.ledger",
            "train/part-00000.tar",
            "train/part-00001.ledger",
            "train/part-00001.tar");
    assertThat(members(scene.shard(0)))
        .extracting(name -> name.substring(name.indexOf('.')))
        .containsExactly(".npy", ".cls", ".json", ".npy", ".cls", ".json");
  }

  @Test
  void theLedgerSaysWhereEveryRecordLies() throws Exception {
    scene.build(3, "one", "two", "three");
    scene.work();

    Ledger ledger = scene.ledger(0);
    byte[] tar = scene.shard(0).getBytes(StandardCharsets.ISO_8859_1);

    assertThat(ledger.shards()).hasSize(1);
    assertThat(ledger.shards().getFirst().sha256()).isEqualTo(Digest.of(tar));
    for (SampleEntry sample : ledger.samples()) {
      var record = ((SampleFate.Written) sample.fate()).records().getFirst();
      byte[] range = new byte[(int) record.length()];
      System.arraycopy(tar, (int) record.offset(), range, 0, range.length);
      assertThat(Crc32c.of(range)).isEqualTo(record.crc32c());
      assertThat(members(new String(range, StandardCharsets.ISO_8859_1)))
          .contains(Digest.of(sample.sample()).shortHex() + ".npy");
    }
  }

  @Test
  void everySampleIsWrittenDroppedOrQuarantined() throws Exception {
    scene.build(10, "good", "skip me", "bad", "", "unreadable header", "size 99999999");

    scene.work();

    assertThat(scene.ledger(0).samples())
        .extracting(entry -> fate(entry.fate()))
        .containsExactly("written", "skipped", "malformed", "empty", "malformed", "too-large");
    assertThat(scene.ledger(0).samples()).extracting(SampleEntry::sample).isSorted();
  }

  private static String fate(SampleFate fate) {
    return switch (fate) {
      case SampleFate.Written _ -> "written";
      case SampleFate.Dropped dropped -> dropped.rule();
      case SampleFate.Quarantined quarantined -> quarantined.reason().fileName();
    };
  }

  @Test
  void aSampleThatWouldNotFitIsRefusedByName() throws Exception {
    scene.build(1, "size 99999999");

    WorkerReport report = scene.work();

    assertThat(report.failures().getFirst().toString())
        .isEqualTo(
            "s0.txt: too-large: s0.txt needs 95 MiB of memory as its header says; the budget is 64"
                + " MiB: give the worker more memory");
  }

  @Test
  void aWorkerNeedsWhatWasForetoldAndNoByteMore() throws Exception {
    scene.tolerated = BigDecimal.ZERO;
    scene.build(3, "size 1000", "unreadable header", "size 70000");
    List<List<SourceObject>> objects =
        scene.dataset().samples(new PartId(Split.TRAIN, 0)).stream().map(Sample::objects).toList();
    List<SampleMemory> foretold =
        new MemoryForecast(scene.recipe, SampleSource.of(scene.stores)).of(objects);
    assertThat(foretold).as("what cannot be judged is left out").hasSize(2);
    assertThat(foretold.getFirst().workingBytes()).isBetween(1000L, 69_999L);

    scene.build(1, "size 70000");
    long needed = foretold.getLast().workingBytes();
    scene.limits = new WorkerLimits(1, needed - 1, 8);
    assertThatThrownBy(() -> scene.work()).hasMessageContaining("too-large");
    scene.limits = new WorkerLimits(1, needed, 8);
    scene.work();
    assertThat(fate(scene.ledger(0).samples().getFirst().fate())).isEqualTo("written");
  }

  @Test
  void theQuarantineNamesStepFieldExpectedAndFound() throws Exception {
    scene.build(1, "bad text");

    assertThat(scene.work().failures())
        .containsExactly(
            new WorkerReport.FailedSample(
                "s0.txt",
                Reason.MALFORMED.fileName(),
                "step 1 `words`: text: expected a good one, found bad text"));
  }

  @Test
  void moreFailuresThanToleratedAreAPermanentFailure() throws Exception {
    scene.build(4, "good", "bad", "good", "bad");
    scene.tolerated = new BigDecimal("0.25");

    assertThatThrownBy(() -> scene.work())
        .isInstanceOf(PermanentException.class)
        .hasMessageContaining("2 of this worker's 4 samples")
        .hasMessageContaining("tolerated ratio of 0.25")
        .hasMessageContaining("s3.txt: malformed");
  }

  @Test
  void whatMoreMemoryOrRightsWouldCureIsTriedAgainOnTheSameDisk() throws Exception {
    scene.tolerated = BigDecimal.ZERO;
    scene.build(3, "good", "size 99999999", "good");
    assertThatThrownBy(() -> scene.work()).hasMessageContaining("too-large");

    scene.limits = new WorkerLimits(2, 1 << 30, 8);
    scene.work();

    assertThat(scene.ledger(0).samples())
        .extracting(entry -> fate(entry.fate()))
        .containsExactly("written", "written", "written");
  }

  @Test
  void whatTheDataItselfIsToBlameForIsNotReadAgain() throws Exception {
    scene.tolerated = BigDecimal.ZERO;
    scene.build(3, "good", "bad", "good");
    assertThatThrownBy(() -> scene.work()).hasMessageContaining("malformed");
    scene.store.delete(Scene.SOURCE.resolve("s1.txt"));

    assertThatThrownBy(() -> scene.work()).hasMessageContaining("malformed");
  }

  @Test
  void aVanishedAndAChangedObjectAreQuarantined() throws Exception {
    scene.build(3, "one", "two", "three");
    scene.store.delete(Scene.SOURCE.resolve("s0.txt"));
    scene.store.write(Scene.SOURCE.resolve("s1.txt"), Content.ofText("TWO"));

    scene.work();

    assertThat(scene.ledger(0).samples())
        .extracting(entry -> fate(entry.fate()))
        .containsExactly("missing-object", "changed-object", "written");
  }

  @Test
  void theOutputDependsOnNeitherThreadsNorMemory() throws Exception {
    scene.build(25, texts(100));
    scene.work();
    SortedMap<String, String> expected = scene.output();

    for (WorkerLimits limits :
        List.of(
            new WorkerLimits(1, 20_000, 1),
            new WorkerLimits(7, 20_000, 64),
            new WorkerLimits(3, 1 << 30, 2))) {
      Scene other = new Scene(scratch.resolve("" + limits.cores()));
      other.limits = limits;
      other.build(25, texts(100));
      other.work();
      assertThat(other.output()).isEqualTo(expected);
    }
  }

  @Test
  void partsThatAreCommittedAreSkipped() throws Exception {
    scene.build(2, "one", "two", "three");
    scene.work();
    SortedMap<String, String> before = scene.output();

    WorkerReport again = scene.work();

    assertThat(again.committed()).isEmpty();
    assertThat(again.foundDone()).containsExactly(Scene.train(0), Scene.train(1));
    assertThat(again.counts()).isEqualTo(new FateCounts(3, 0, 0));
    assertThat(scene.output()).isEqualTo(before);
  }

  @Test
  void aSampleWithManyRecordsNumbersItsKeys() throws Exception {
    scene.recipe = WordSteps.recipeForEachWord();
    scene.build(1, "three little words");
    scene.work();

    String digest = Digest.of("s0.txt").shortHex();
    assertThat(((SampleFate.Written) scene.ledger(0).samples().getFirst().fate()).records())
        .extracting(record -> record.key())
        .containsExactly(digest + "-00000", digest + "-00001", digest + "-00002");
  }

  @Test
  void theScratchFolderIsEmptyAfterwards() throws Exception {
    scene.build(2, "one", "two", "three");
    scene.work();

    try (Stream<Path> left = Files.walk(scratch)) {
      assertThat(left.filter(Files::isRegularFile)).isEmpty();
    }
  }

  @Test
  void nothingIsInFlightAfterwards() throws Exception {
    scene.build(10, "good", "skip me", "bad", "", "size 99999999");
    AtomicLong most = new AtomicLong();

    scene.work(
        (_, _) -> most.accumulateAndGet(scene.metrics.value(Counter.BYTES_IN_FLIGHT), Math::max));

    assertThat(most.get()).isPositive();
    assertThat(scene.metrics.value(Counter.BYTES_IN_FLIGHT)).isZero();
    assertThat(scene.metrics.value(Counter.SAMPLES_IN_FLIGHT)).isZero();
  }

  @Test
  void aWorkerWithoutPartsIsDone() throws Exception {
    scene.build(2, "one");
    WorkerPlan plan = scene.plan();
    WorkerPlan nothing =
        new WorkerPlan(
            plan.run(),
            plan.dataset(),
            plan.directory(),
            List.of(),
            plan.recipe(),
            plan.shards(),
            plan.software(),
            plan.settings());

    WorkerReport report = Worker.run(nothing, WorkerContext.of(scene.stores));

    assertThat(report.outcome()).isEqualTo(Outcome.DONE);
    assertThat(report.counts()).isEqualTo(FateCounts.NONE);
  }

  @Test
  void everyCommitStepIsReachedInOrder() throws Exception {
    scene.build(1, "one");
    List<CommitStep> steps = new ArrayList<>();

    scene.work((_, step) -> steps.add(step));

    assertThat(steps).containsExactly(CommitStep.values());
  }
}
