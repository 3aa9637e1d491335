package dev.shardline.examples;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import dev.shardline.digest.CanonicalJson;
import dev.shardline.program.Program;
import dev.shardline.program.Program.Outcome;
import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.apache.commons.compress.archivers.tar.TarArchiveEntry;
import org.apache.commons.compress.archivers.tar.TarArchiveInputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// Every example for recordings does what its page says.
class SignalExamplesTest {
  private static final Path EXAMPLES =
      Path.of(System.getProperty("shardline.root", "..")).resolve("docs/examples");

  @TempDir private Path folder = Path.of("");

  /// The files of every record of a run over all shards, by the shard's folder and their name.
  private SortedMap<String, byte[]> run(String example) throws Exception {
    ExampleData.write(example, folder.resolve("source"));
    Path config = EXAMPLES.resolve(example + ".yaml");
    String source = "dataset.source=" + folder.resolve("source") + "/";
    String work = folder.resolve("work").toString();
    Outcome outcome =
        Program.plain().run("run", config.toString(), "--work", work, "--set", source);
    assertThat(outcome.exitCode()).as(outcome.out() + outcome.err()).isZero();
    assertThat(Program.plain().run("audit", "verify", work + "/runs/latest").exitCode()).isZero();
    assertThat(outcome.err()).doesNotContain("quarantined 1");
    SortedMap<String, byte[]> members = new TreeMap<>();
    for (Path shard : shards(".tar")) {
      String output = shard.getParent().getFileName() + "/";
      members(shard).forEach((name, content) -> members.put(output + name, content));
    }
    return members;
  }

  private List<Path> shards(String suffix) throws IOException {
    try (Stream<Path> files = Files.walk(folder.resolve("work/runs"))) {
      return files.filter(file -> file.toString().endsWith(suffix)).sorted().toList();
    }
  }

  private static Map<String, byte[]> members(Path shard) throws IOException {
    Map<String, byte[]> members = new TreeMap<>();
    try (InputStream in = new BufferedInputStream(Files.newInputStream(shard));
        TarArchiveInputStream tar = new TarArchiveInputStream(in)) {
      for (TarArchiveEntry entry = tar.getNextEntry(); entry != null; entry = tar.getNextEntry()) {
        members.put(entry.getName(), tar.readAllBytes());
      }
    }
    return members;
  }

  private static List<JsonNode> facts(Map<String, byte[]> members) throws IOException {
    List<JsonNode> facts = new ArrayList<>();
    for (Map.Entry<String, byte[]> member : members.entrySet()) {
      if (member.getKey().endsWith(".json")) {
        facts.add(CanonicalJson.parse(member.getValue()));
      }
    }
    return facts;
  }

  private static Set<String> values(List<JsonNode> facts, String name) {
    return facts.stream()
        .map(fact -> fact.path(name).asText())
        .collect(Collectors.toCollection(TreeSet::new));
  }

  private static String npyHeader(Map<String, byte[]> members, String suffix) {
    byte[] file =
        members.entrySet().stream()
            .filter(member -> member.getKey().endsWith(suffix))
            .findFirst()
            .orElseThrow()
            .getValue();
    return new String(file, 10, 118, StandardCharsets.US_ASCII);
  }

  @Test
  void motorImageryGivesARecordForEachMovement() throws Exception {
    Map<String, byte[]> members = run("eeg-epochs");

    List<JsonNode> facts = facts(members);
    assertThat(facts).hasSize(ExampleData.SUBJECTS * 3);
    assertThat(values(facts, "label")).containsExactly("left", "right");
    assertThat(facts).allMatch(fact -> fact.path("unmapped").toString().equals("[\"T0\"]"));
    assertThat(facts.getFirst().path("signal-channels").toString())
        .isEqualTo("[\"FC5\",\"Cz\",\"Fp1\"]");
    assertThat(npyHeader(members, ".npy")).contains("'<f4'").contains("(3, 512)");
  }

  @Test
  void flickerTrialsHaveTheirSignalAndTheirPower() throws Exception {
    Map<String, byte[]> members = run("ssvep-epochs");

    List<JsonNode> facts = facts(members);
    assertThat(facts).hasSize(2 * ExampleData.SUBJECTS * 3);
    assertThat(values(facts, "label")).containsExactly("13 Hz", "17 Hz", "rest");
    assertThat(facts)
        .filteredOn(fact -> fact.has("features"))
        .hasSize(ExampleData.SUBJECTS * 3)
        .allSatisfy(fact -> assertThat(fact.path("features").isEmpty()).isFalse());
  }

  @Test
  void nightsHaveALabelForEachEpoch() throws Exception {
    Map<String, byte[]> members = run("sleep-stages");

    assertThat(facts(members)).hasSize(ExampleData.SUBJECTS * 3);
    assertThat(npyHeader(members, ".labels.npy")).contains("'<i8'").contains("(10,)");
    assertThat(facts(members).getFirst().path("classes").toString())
        .isEqualTo("[\"wake\",\"n1\",\"n2\",\"n3\",\"rem\"]");
  }

  @Test
  void beatsAreLabelledByTheirAnnotations() throws Exception {
    Map<String, byte[]> members = run("ecg-beats");

    List<JsonNode> facts = facts(members);
    assertThat(facts).hasSize(ExampleData.SUBJECTS * 20);
    assertThat(values(facts, "label")).containsExactly("normal", "ventricular");
    assertThat(npyHeader(members, ".npy")).contains("(1, 200)");
  }

  @Test
  void tremorStandsOutInTheTable() throws Exception {
    run("parkinson-accelerometry");

    List<String> lines = new ArrayList<>();
    for (Path shard : shards(".csv")) {
      lines.addAll(Files.readAllLines(shard));
    }
    assertThat(lines.getFirst()).endsWith("tremor-relative,physiological-relative");
    int tremor = List.of(lines.getFirst().split(",")).indexOf("tremor-relative");
    List<String> x = lines.stream().filter(line -> line.contains(",x,")).toList();
    // Nine windows of each of eight recordings; two of each touch the gap.
    assertThat(x).hasSize(ExampleData.SUBJECTS * 7);
    assertThat(x)
        .allSatisfy(line -> {
          double share = Double.parseDouble(line.split(",")[tremor]);
          assertThat(share > 0.8).isEqualTo(line.contains(",parkinson,"));
        });
  }

  @Test
  void archiveHasSpectraAndBandPowersOfEveryRecording() throws Exception {
    Map<String, byte[]> members = run("signal-psd");

    List<JsonNode> facts = facts(members);
    assertThat(facts).hasSize(2 * ExampleData.SUBJECTS);
    assertThat(values(facts, "label")).containsExactly("closed", "open");
    assertThat(folder.resolve("work/runs/latest")).exists();
    assertThat(Files.readString(shards("report.html").getFirst()))
        .contains("<svg")
        .contains("mean of closed", "mean of open");
  }
}
