package dev.shardline.program;

import static org.assertj.core.api.Assertions.assertThat;

import dev.shardline.audit.AuditFinding;
import dev.shardline.audit.AuditReport;
import dev.shardline.audit.RunAudit;
import dev.shardline.cli.Shardline;
import dev.shardline.digest.Digest;
import dev.shardline.storage.ObjectLocation;
import dev.shardline.storage.local.LocalStore;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// Promise P5: whatever is changed, taken away or added afterwards is found, and named.
class TamperingTest {
  private static final List<String> NO_EVIDENCE = List.of("report.html", "workers");

  @TempDir private static Path folder = Path.of("");

  private static Path run = Path.of("");
  private static Path dataset = Path.of("");

  @BeforeAll
  static void runOnce() throws IOException {
    SliceProject project = SliceProject.in(folder);
    Path work = project.work("work");
    assertThat(Shardline.execute("run", project.config(), "--work", work.toString(), "--quiet"))
        .isZero();
    run = RunBytes.latest(work);
    try (Stream<Path> datasets = Files.list(work.resolve("datasets/slices"))) {
      dataset = datasets.findFirst().orElseThrow();
    }
    assertThat(audit(Optional.empty()).findings()).isEmpty();
  }

  private static AuditReport audit(Optional<Digest> expected) throws IOException {
    LocalStore store = new LocalStore();
    return RunAudit.verify(_ -> store, ObjectLocation.ofPath(run).asDirectory(), expected);
  }

  private static List<Path> evidence() throws IOException {
    List<Path> files = new ArrayList<>();
    for (Path root : List.of(run, dataset)) {
      try (Stream<Path> tree = Files.walk(root)) {
        tree.filter(Files::isRegularFile)
            .filter(file -> !NO_EVIDENCE.contains(root.relativize(file).getName(0).toString()))
            .forEach(files::add);
      }
    }
    assertThat(files).hasSizeGreaterThan(40);
    return files;
  }

  private static void assertNamed(Path file, String what) throws IOException {
    AuditReport report = audit(Optional.empty());
    assertThat(report.clean()).as("%s %s goes unnoticed", what, file).isFalse();
    assertThat(report.findings())
        .as("%s %s", what, file)
        .extracting(AuditFinding::place)
        .anyMatch(place -> place.contains(file.getFileName().toString()));
  }

  @Test
  void aChangedByteOfAnyFileIsFoundAndTheFileNamed() throws IOException {
    Random random = new Random(1);
    for (Path file : evidence()) {
      byte[] bytes = Files.readAllBytes(file);
      byte[] changed = bytes.clone();
      changed[random.nextInt(changed.length)] ^= (byte) (1 << random.nextInt(8));
      Files.write(file, changed);
      assertNamed(file, "a changed byte of");
      Files.write(file, bytes);
    }
    assertThat(audit(Optional.empty()).clean()).isTrue();
  }

  @Test
  void aFileThatIsGoneIsFoundAndNamed() throws IOException {
    for (Path file : evidence()) {
      Path aside = folder.resolve("aside");
      Files.move(file, aside);
      assertNamed(file, "the loss of");
      Files.move(aside, file);
    }
  }

  @Test
  void anAddedFileIsFoundAndNamed() throws IOException {
    for (String name : List.of("train/part-99999.tar", "train/part-99999.ledger", "note.txt")) {
      Path added = run.resolve(name);
      Files.writeString(added, "new");
      assertNamed(added, "the addition of");
      Files.delete(added);
    }
    Path added = dataset.resolve("parts/train/part-99999.manifest");
    Files.writeString(added, "new");
    assertNamed(added, "the addition of");
    Files.delete(added);
  }

  @Test
  void aChainThatWasRewrittenIsFoundByItsRoot() throws IOException {
    AuditReport report = audit(Optional.of(Digest.of("what was noted when the run was finished")));
    assertThat(report.findings())
        .extracting(finding -> finding.check().fileName())
        .containsExactly("root-differs");
  }
}
