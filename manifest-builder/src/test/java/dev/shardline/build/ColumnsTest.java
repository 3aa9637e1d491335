package dev.shardline.build;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.shardline.config.Config;
import dev.shardline.dataset.Sample;
import dev.shardline.failure.UsageException;
import dev.shardline.manifest.BuiltDataset;
import dev.shardline.manifest.CatalogEntry;
import dev.shardline.manifest.Finding;
import dev.shardline.storage.Content;
import dev.shardline.storage.ObjectLocation;
import dev.shardline.storage.memory.MemoryStore;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;

/// Columns from tables, sidecars and bins, through a whole build.
class ColumnsTest {
  private static final ObjectLocation TABLE = ObjectLocation.parse("memory://bucket/tables/t.csv");

  private static MemoryStore store(int samples) throws IOException {
    MemoryStore store = new MemoryStore();
    for (int i = 0; i < samples; i++) {
      SmallDataset.put(store, "s%03d.nii".formatted(i), "bytes " + i);
    }
    return store;
  }

  private static void table(MemoryStore store, String text) throws IOException {
    store.write(TABLE, Content.ofText(text));
  }

  private static List<Sample> build(MemoryStore store, String yaml, List<Finding> findings)
      throws IOException {
    String text = "dataset:\n  name: c\n  source: %s\n%s".formatted(SmallDataset.SOURCE, yaml);
    Config config = Config.parse(text, "shardline.yaml", Path.of("/data"), List.of());
    BuildResult result = SmallDataset.build(store, DatasetSection.read(config.root()));
    List<CatalogEntry> entries = new ArrayList<>();
    BuiltDataset.open(_ -> store, result.directory()).catalog(entries::add);
    findings.addAll(result.description().findings());
    return entries.stream().map(CatalogEntry::sample).toList();
  }

  private static String joined(String more) {
    return "  tables: [{file: \"%s\", key: id, on: stem}]\n%s".formatted(TABLE, more);
  }

  @Test
  void numbersAreCutIntoQuartersOfTheSamples() throws Exception {
    MemoryStore store = store(40);
    StringBuilder rows = new StringBuilder("\uFEFFid,age\r\n");
    for (int i = 0; i < 40; i++) {
      rows.append("s%03d,%d\r\n".formatted(i, 20 + i));
    }
    table(store, rows.toString());
    List<Sample> samples =
        build(store, joined("  bins: {age: 4}\n  label: age-bin\n"), new ArrayList<>());
    Map<String, Integer> counts = new TreeMap<>();
    samples.forEach(sample -> counts.merge(sample.label().name(), 1, Integer::sum));
    assertThat(counts)
        .containsOnly(
            Map.entry("below 30", 10),
            Map.entry("30 to 40", 10),
            Map.entry("40 to 50", 10),
            Map.entry("50 and above", 10));
  }

  @Test
  void intervalsCanBeGivenAndWhatIsNoNumberIsReported() throws Exception {
    MemoryStore store = store(12);
    StringBuilder rows = new StringBuilder("id,dose,label\n");
    for (int i = 0; i < 12; i++) {
      rows.append("s%03d,%s,x\n".formatted(i, i == 0 ? "unknown" : i < 6 ? "0.25" : "2.0"));
    }
    table(store, rows.toString());
    List<Finding> findings = new ArrayList<>();
    List<Sample> samples = build(store, joined("  bins: {dose: [0.5, 2, 4]}\n"), findings);
    assertThat(samples)
        .extracting(sample -> sample.attributes().get("dose-bin"))
        .containsOnly("", "below 0.5", "2 to 4");
    assertThat(findings)
        .filteredOn(finding -> finding.check().equals("not-a-number"))
        .singleElement()
        .satisfies(finding -> assertThat(finding.examples()).containsExactly("s000.nii"));
  }

  @Test
  void furtherLabelsMustBeThereAndAreBalanced() throws Exception {
    MemoryStore store = store(40);
    StringBuilder rows = new StringBuilder("id,label,grade\n");
    for (int i = 0; i < 40; i++) {
      rows.append(
          "s%03d,%s,%s\n".formatted(i, i % 2 == 0 ? "a" : "b", i % 20 < 10 ? "low" : "high"));
    }
    table(store, rows.toString());
    String yaml = joined("  further-labels: [grade]\n  split: {train: 0.5, test: 0.5}\n");
    List<Sample> samples = build(store, yaml, new ArrayList<>());
    assertThat(samples).extracting(s -> s.attributes().get("grade")).containsOnly("low", "high");
    table(store, rows.toString().replace("s003,b,low", "s003,b,"));
    assertThatThrownBy(() -> build(store, yaml, new ArrayList<>()))
        .isInstanceOf(UsageException.class)
        .hasMessageContaining("1 of 40 samples have no grade, such as [s003.nii]");
  }

  @Test
  void fieldsOfSidecarsBecomeColumnsAndTheNearestFileCounts() throws Exception {
    MemoryStore store = new MemoryStore();
    for (int i = 1; i < 9; i++) {
      SmallDataset.put(store, "sub-%d/sub-%d_task-rest_bold.nii.gz".formatted(i, i), "b" + i);
    }
    SmallDataset.put(
        store, "sub-3/sub-3_task-rest_bold.json", "{\"TR\": 3, \"a\": {\"b\": \"x\"}}");
    SmallDataset.put(store, "sub-4/sub-4_task-rest_bold.json", "{\"TR\": ");
    SmallDataset.put(store, "task-rest_bold.json", "{\"TR\": 2.5, \"Name\": \"rest\"}");
    SmallDataset.put(store, "task-motor_bold.json", "{\"TR\": 9, \"Name\": \"motor\"}");
    List<Finding> findings = new ArrayList<>();
    List<Sample> samples =
        build(
            store,
            "  sidecars: [TR, Name, a.b]\n  pattern: \"(?<subject>sub-.)/.*\"\n  unmatched: drop\n",
            findings);
    Map<String, List<String>> seen = new TreeMap<>();
    samples.forEach(s -> seen.put(s.subject(), List.copyOf(s.attributes().values())));
    assertThat(seen)
        .containsEntry("sub-1", List.of("2.5", "rest", ""))
        .containsEntry("sub-3", List.of("3", "rest", "x"))
        .containsEntry("sub-4", List.of("2.5", "rest", ""));
    assertThat(findings).extracting(Finding::check).contains("unreadable-sidecar");
  }
}
