package dev.shardline.build;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.shardline.config.Config;
import dev.shardline.failure.RetryableException;
import dev.shardline.failure.UsageException;
import dev.shardline.listing.PrefixLister;
import dev.shardline.listing.SequentialListing;
import dev.shardline.manifest.BuiltDataset;
import dev.shardline.manifest.Finding;
import dev.shardline.manifest.PartDescription;
import dev.shardline.manifest.SageMakerManifestParser;
import dev.shardline.manifest.SplitDescription;
import dev.shardline.probe.Probes;
import dev.shardline.storage.memory.MemoryStore;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.AccessDeniedException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;

/// A bucket as it really looks.
class OddInputTest {
  private static final List<String> ODD_KEYS =
      List.of(
          "plain.facts",
          "with space.facts",
          " leading and trailing .facts",
          "quo\"te's.facts",
          "comma,semi;colon.facts",
          "a//b/c.facts",
          "percent%20sign+plus.facts",
          "back\\slash.facts",
          "line\nbreak\ttab.facts",
          "ünïcödé/日本語.facts",
          "emoji/🧠🩻.facts",
          "emoji/￿.facts",
          "=formula()|pipe.facts",
          "long/" + "x".repeat(1024 - 5 - 6) + ".facts");

  private final MemoryStore store = new MemoryStore();

  private DatasetSpec spec(String more) {
    String yaml = "dataset:\n  name: odd\n  source: %s\n%s".formatted(SmallDataset.SOURCE, more);
    return DatasetSection.read(
        Config.parse(yaml, "shardline.yaml", Path.of("/data"), List.of()).root());
  }

  private BuildResult build(DatasetSpec spec) {
    return build(spec, new SequentialListing(_ -> store));
  }

  private BuildResult build(DatasetSpec spec, PrefixLister lister) {
    return new DatasetBuilder(
            _ -> store, lister, new Probes(List.of(new HeaderTextProbe())), BuildProgress.NONE)
        .build(new BuildRequest(spec, SmallDataset.WORK, "test", false));
  }

  private void put(String key) throws IOException {
    SmallDataset.put(store, key, "id=" + key.hashCode());
  }

  @Test
  void oddKeysComeThroughEveryFileUnchanged() throws Exception {
    for (String key : ODD_KEYS) {
      put(key);
    }
    put("a folder/");
    BuildResult result = build(spec("  split: {train: 0.5, test: 0.5}\n"));
    List<String> ids = new ArrayList<>();
    BuiltDataset dataset = BuiltDataset.open(_ -> store, result.directory());
    dataset.catalog(entry -> ids.add(entry.sample().id()));
    assertThat(new TreeSet<>(ids)).containsAll(ODD_KEYS);
    TreeSet<String> named = new TreeSet<>();
    for (SplitDescription split : result.description().splits()) {
      byte[] bytes = store.read(result.directory().resolve(split.manifests().getFirst().path()));
      named.addAll(SageMakerManifestParser.parse(bytes).suffixes());
    }
    assertThat(named).isEqualTo(new TreeSet<>(ids));
    assertThat(keysOfParts(result)).containsExactlyInAnyOrderElementsOf(ids);
    for (String key : ODD_KEYS) {
      assertThat(key.getBytes(StandardCharsets.UTF_8).length).isLessThanOrEqualTo(1024);
    }
  }

  private List<String> keysOfParts(BuildResult result) throws Exception {
    List<String> keys = new ArrayList<>();
    for (SplitDescription split : result.description().splits()) {
      for (PartDescription part : split.parts()) {
        byte[] bytes = store.read(result.directory().resolve(part.manifests().getFirst().path()));
        keys.addAll(SageMakerManifestParser.parse(bytes).suffixes());
      }
    }
    return keys;
  }

  @Test
  void aBucketOfNoneAndOfOneSayWhatIsMissing() throws Exception {
    assertThatThrownBy(() -> build(spec("")))
        .isInstanceOf(UsageException.class)
        .hasMessageContaining("Nothing lies under");
    put("only.facts");
    assertThatThrownBy(() -> build(spec("")))
        .isInstanceOf(UsageException.class)
        .hasMessageContaining("The smallest change: 2 more groups");
    BuildResult one = build(spec("  split: {train: 1, test: 0}\n"));
    assertThat(one.description().splits())
        .extracting(split -> split.counts().samples())
        .containsExactly(1L, 0L);
  }

  @Test
  void emptyObjectsAreSamplesThatAreReported() throws Exception {
    for (int i = 0; i < 6; i++) {
      put("s%d.facts".formatted(i));
    }
    SmallDataset.put(store, "empty-1.facts", "");
    SmallDataset.put(store, "empty-2.facts", "");
    BuildResult result = build(spec("  split: {train: 0.5, test: 0.5}\n"));
    assertThat(result.description().source().counts().samples()).isEqualTo(8);
    assertThat(result.description().findings())
        .filteredOn(finding -> finding.check().equals("empty-object"))
        .singleElement()
        .extracting(Finding::examples)
        .isEqualTo(List.of("empty-1.facts", "empty-2.facts"));
  }

  @Test
  void anObjectThatChangesBehindTheListingIsNoticed() throws Exception {
    for (int i = 0; i < 6; i++) {
      put("s%d.facts".formatted(i));
    }
    SequentialListing listing = new SequentialListing(_ -> store);
    PrefixLister changing =
        (prefix, pages) -> {
          listing.list(prefix, pages);
          SmallDataset.put(store, "s3.facts", "id=other bytes");
        };
    assertThatThrownBy(() -> build(spec("  split: {train: 0.5, test: 0.5}\n"), changing))
        .isInstanceOf(RetryableException.class)
        .hasMessageContaining("s3.facts");
    assertThat(store.listAll(SmallDataset.WORK)).isEmpty();
  }

  @Test
  void anObjectThatVanishesBehindTheListingIsNoticed() throws Exception {
    for (int i = 0; i < 6; i++) {
      put("s%d.facts".formatted(i));
    }
    SequentialListing listing = new SequentialListing(_ -> store);
    PrefixLister vanishing =
        (prefix, pages) -> {
          listing.list(prefix, pages);
          store.delete(SmallDataset.SOURCE.resolve("s4.facts"));
        };
    assertThatThrownBy(() -> build(spec("  split: {train: 0.5, test: 0.5}\n"), vanishing))
        .isInstanceOf(RetryableException.class)
        .hasMessageContaining("s4.facts");
    assertThat(store.listAll(SmallDataset.WORK)).isEmpty();
  }

  @Test
  void aPrefixThatMayNotBeListedIsNamed() throws Exception {
    put("s1.facts");
    PrefixLister refusing =
        (prefix, pages) -> {
          throw new AccessDeniedException(prefix.toString());
        };
    assertThatThrownBy(() -> build(spec(""), refusing))
        .isInstanceOf(UsageException.class)
        .hasMessageContaining(SmallDataset.SOURCE.toString());
  }

  @Test
  void tablesMayHaveMarksLineEndsQuotesAndRepeatedRows() throws Exception {
    for (int i = 0; i < 8; i++) {
      put("s%d.facts".formatted(i));
    }
    StringBuilder table = new StringBuilder("\uFEFFid,label,note\r\n");
    for (int i = 0; i < 8; i++) {
      String row = "s%d,%s,\"two\r\nlines, one \"\"quote\"\"\"\r\n".formatted(i, i % 2);
      table.append(row).append(row);
    }
    SmallDataset.put(store, "../table.csv", table.toString());
    DatasetSpec spec =
        spec(
            "  tables: [{file: \"memory://bucket/mri/../table.csv\", key: id, on: stem}]\n"
                + "  include: [\"*.facts\"]\n  split: {train: 0.5, test: 0.5}\n");
    BuildResult result = build(spec);
    List<String> notes = new ArrayList<>();
    BuiltDataset.open(_ -> store, result.directory())
        .catalog(entry -> notes.add(entry.sample().attributes().getOrDefault("note", "")));
    assertThat(notes).hasSize(8).containsOnly("two\r\nlines, one \"quote\"");
    assertThat(result.description().splits().getFirst().classes()).hasSize(2);
  }
}
