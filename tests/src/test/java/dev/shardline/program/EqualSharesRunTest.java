package dev.shardline.program;

import static org.assertj.core.api.Assertions.assertThat;

import dev.shardline.audit.AuditFinding;
import dev.shardline.audit.AuditReport;
import dev.shardline.audit.Check;
import dev.shardline.audit.RunAudit;
import dev.shardline.cli.Shardline;
import dev.shardline.digest.Digest;
import dev.shardline.failure.MalformedDataException;
import dev.shardline.lineage.Ledger;
import dev.shardline.lineage.LedgerReader;
import dev.shardline.lineage.LedgerWriter;
import dev.shardline.lineage.SampleEntry;
import dev.shardline.lineage.SampleFate;
import dev.shardline.shard.WebDatasetReader;
import dev.shardline.storage.ObjectLocation;
import dev.shardline.storage.local.LocalStore;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.SortedMap;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/// Runs whose training ranks all get equally many records.
class EqualSharesRunTest {
  private static final int RANKS = 3;

  @TempDir private static Path folder = Path.of("");

  private static String config = "";

  @BeforeAll
  static void prepare() throws IOException {
    config = SliceProject.in(folder).config();
  }

  private static int run(String work, String remainder, String... more) {
    return Shardline.execute(
        Stream.concat(
                Stream.of(
                    "run",
                    config,
                    "--quiet",
                    "--work",
                    folder.resolve(work).toString(),
                    "--set",
                    "output.equal-shares.ranks=" + RANKS,
                    "--set",
                    "output.equal-shares.remainder=" + remainder),
                Stream.of(more))
            .toArray(String[]::new));
  }

  private static AuditReport audit(Path run) throws IOException {
    LocalStore store = new LocalStore();
    return RunAudit.verify(_ -> store, ObjectLocation.ofPath(run).asDirectory(), Optional.empty());
  }

  private static List<Path> shards(Path run) throws IOException {
    try (Stream<Path> files = Files.list(run.resolve("train"))) {
      return files.filter(file -> file.toString().endsWith(".tar")).sorted().toList();
    }
  }

  @ParameterizedTest
  @ValueSource(strings = {"drop", "pad"})
  void everyRankReadsEquallyManyRecordsAndTheAuditAgrees(String remainder) throws Exception {
    assertThat(run(remainder, remainder)).isZero();
    Path run = RunBytes.latest(folder.resolve(remainder));

    long[] records = new long[RANKS];
    List<Path> shards = shards(run);
    for (int i = 0; i < shards.size(); i++) {
      records[i % RANKS] += count(shards.get(i));
    }

    assertThat(records[0]).isPositive();
    assertThat(records).containsOnly(records[0]);
    assertThat(run.resolve("test/part-00000.tar")).exists();
    assertThat(audit(run).findings()).isEmpty();
  }

  @Test
  void aRunIsResumedToTheSameShares() throws IOException {
    assertThat(run("resumed", "pad")).isZero();
    Path run = RunBytes.latest(folder.resolve("resumed"));
    SortedMap<String, Digest> bytes = RunBytes.of(run);
    Files.delete(run.resolve("index.json"));
    Files.delete(run.resolve("train/part-00000.ledger"));

    assertThat(Shardline.execute("resume", run.toString(), "--quiet")).isZero();

    assertThat(RunBytes.of(run)).isEqualTo(bytes);
    callRecordsRepeated(run);
    assertThat(audit(run).findings())
        .extracting(AuditFinding::check)
        .contains(Check.UNEQUAL_SHARES);
  }

  private static long count(Path shard) throws IOException, MalformedDataException {
    try (WebDatasetReader reader =
        new WebDatasetReader(Files.newInputStream(shard), shard.toString())) {
      long records = 0;
      while (reader.next().isPresent()) {
        records++;
      }
      return records;
    }
  }

  /// Names another sample's records as repetitions of one that has none, by a ledger and an index
  /// that are whole in themselves.
  private static void callRecordsRepeated(Path run) throws IOException {
    Path file = run.resolve("train/part-00000.ledger");
    Ledger ledger = LedgerReader.read(Files.readAllBytes(file), "ledger");
    List<SampleEntry> samples = new ArrayList<>(ledger.samples());
    int last = samples.size() - 1;
    while (!(samples.get(last).fate() instanceof SampleFate.Written)) {
      last--;
    }
    SampleEntry entry = samples.get(last);
    SampleFate.Written written = (SampleFate.Written) entry.fate();
    int victim = last - 1;
    while (!(samples.get(victim).fate() instanceof SampleFate.Written)) {
      victim--;
    }
    SampleFate.Written other = (SampleFate.Written) samples.get(victim).fate();
    samples.set(
        last,
        new SampleEntry(
            entry.sample(),
            entry.objects(),
            new SampleFate.Written(written.records(), other.records(), List.of("left"))));
    Ledger forged = new Ledger(ledger.header(), samples, ledger.shards());
    Files.delete(file);
    Files.write(file, LedgerWriter.toBytes(forged));
    Files.delete(run.resolve("index.json"));
    assertThat(Shardline.execute("resume", run.toString(), "--quiet")).isZero();
  }

  @Test
  void aSplitThatIsNotThereIsAMistake() {
    assertThat(run("mistake", "drop", "--set", "output.equal-shares.splits=fold-0")).isEqualTo(2);
  }
}
