package dev.shardline.build;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.shardline.config.Config;
import dev.shardline.dataset.Split;
import dev.shardline.failure.UsageException;
import dev.shardline.manifest.BuiltDataset;
import dev.shardline.manifest.Finding;
import dev.shardline.manifest.SplitDescription;
import dev.shardline.storage.Content;
import dev.shardline.storage.ObjectLocation;
import dev.shardline.storage.memory.MemoryStore;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;

/// Folds, lists and sites: splits that are not drawn by shares alone.
class FixedSplitTest {
  private static final List<String> SITES = List.of("bergen", "oslo", "turin");

  private static MemoryStore store() throws IOException {
    MemoryStore store = new MemoryStore();
    for (int i = 0; i < 120; i++) {
      String key =
          "%s/%s/sub-%03d/%d.jpg"
              .formatted(i % 2 == 0 ? "ill" : "well", SITES.get(i / 2 % 3), i / 6 * 6 + i % 6, i);
      SmallDataset.put(store, key, "bytes " + i);
    }
    return store;
  }

  private static BuildResult build(MemoryStore store, String split) {
    String yaml =
        """
        dataset:
          name: sites
          source: %s
          pattern: "(?<label>[^/]+)/(?<site>[^/]+)/(?<subject>[^/]+)/[^/]+"
          split: %s
        """
            .formatted(SmallDataset.SOURCE, split);
    Config config = Config.parse(yaml, "shardline.yaml", Path.of("/data"), List.of());
    return SmallDataset.build(store, DatasetSection.read(config.root()));
  }

  private static Map<String, Split> splits(MemoryStore store, BuildResult result)
      throws IOException {
    Map<String, Split> splits = new TreeMap<>();
    BuiltDataset.open(_ -> store, result.directory())
        .catalog(entry -> splits.put(entry.sample().id(), entry.split()));
    return splits;
  }

  @Test
  void foldsAreOfEqualSizeAndEqualClasses() throws Exception {
    BuildResult result = build(store(), "{folds: 5}");
    assertThat(result.description().splits())
        .extracting(SplitDescription::split)
        .extracting(Split::name)
        .containsExactly("fold-0", "fold-1", "fold-2", "fold-3", "fold-4");
    assertThat(result.description().splits())
        .allSatisfy(split -> {
          assertThat(split.counts().samples()).isEqualTo(24);
          assertThat(split.classes()).allMatch(each -> each.samples() == 12);
        });
  }

  @Test
  void foldsShareWhatAHeldOutSplitLeaves() throws Exception {
    BuildResult result = build(store(), "{test: 0.25, folds: 3}");
    assertThat(result.description().splits())
        .extracting(split -> split.counts().samples())
        .containsExactly(30L, 30L, 30L, 30L);
  }

  @Test
  void everySiteCanBeAFold() throws Exception {
    MemoryStore store = store();
    BuildResult result = build(store, "{folds: {by: site}}");
    splits(store, result)
        .forEach((id, split) ->
            assertThat(split.name()).isEqualTo("fold-" + SITES.indexOf(id.split("/")[1])));
    assertThat(result.description().findings())
        .extracting(Finding::message)
        .contains(
            "every site is a fold: fold-0 has \"bergen\", fold-1 has \"oslo\", fold-2 has"
                + " \"turin\"");
  }

  @Test
  void aSiteCanBeLeftOut() throws Exception {
    MemoryStore store = store();
    BuildResult result =
        build(
            store,
            "{train: 0.8, validation: 0.2, test: 0, fixed: [{split: test, column: site, values:"
                + " [oslo]}]}");
    splits(store, result)
        .forEach(
            (id, split) -> assertThat(split.equals(Split.TEST)).isEqualTo(id.contains("/oslo/")));
    assertThat(result.description().splits())
        .extracting(split -> split.counts().samples())
        .containsExactly(64L, 16L, 40L);
  }

  @Test
  void aListFixesTheTestSetAndWhatIsBoundToIt() throws Exception {
    MemoryStore store = store();
    SmallDataset.put(store, "ill/oslo/sub-003/again.jpg", "another of the same subject");
    ObjectLocation list = ObjectLocation.parse("memory://bucket/lists/test.txt");
    store.write(list, Content.ofText("\uFEFFsub-003\r\nsub-010\r\n\r\n"));
    BuildResult result =
        build(
            store,
            "{train: 1, test: 0, fixed: [{split: test, list: \"%s\", on: subject}]}"
                .formatted(list));
    splits(store, result)
        .forEach((id, split) ->
            assertThat(split.equals(Split.TEST))
                .isEqualTo(id.contains("/sub-003/") || id.contains("/sub-010/")));
  }

  @Test
  void aListThatNamesNothingShowsWhatItHolds() throws Exception {
    MemoryStore store = store();
    ObjectLocation list = ObjectLocation.parse("memory://bucket/lists/test.txt");
    store.write(list, Content.ofText("patient 1\n"));
    assertThatThrownBy(() ->
            build(
                store, "{train: 1, test: 0, fixed: [{split: test, list: \"%s\"}]}".formatted(list)))
        .isInstanceOf(UsageException.class)
        .hasMessageContainingAll("names none of the samples", "patient 1", "ill/bergen/sub-000");
  }

  @Test
  void rulesThatContradictEachOtherAreNamed() throws Exception {
    MemoryStore store = store();
    assertThatThrownBy(() ->
            build(
                store,
                "{train: 0.5, test: 0.5, fixed: [{split: test, column: site, values: [oslo]},"
                    + " {split: train, column: label, values: [ill]}]}"))
        .isInstanceOf(UsageException.class)
        .hasMessageContaining(
            "must be in two splits: in test, because it has the site \"oslo\"; and in train,"
                + " because it has the label \"ill\"");
  }

  @Test
  void aSubjectThatWouldHaveToBeInTwoSplitsIsNamed() throws Exception {
    MemoryStore store = store();
    SmallDataset.put(store, "ill/oslo/sub-000/moved.jpg", "a patient who moved");
    assertThatThrownBy(() ->
            build(
                store,
                "{train: 1, test: 0, fixed: [{split: test, column: site, values: [oslo]},"
                    + " {split: train, column: site, values: [bergen]}]}"))
        .isInstanceOf(UsageException.class)
        .hasMessageContaining("have the subject \"sub-000\" and so must be in one split");
  }

  @Test
  void moreFoldsThanGroupsFailWithTheSmallestChange() throws Exception {
    MemoryStore store = new MemoryStore();
    for (int i = 0; i < 12; i++) {
      SmallDataset.put(store, "ill/oslo/sub-%d/%d.jpg".formatted(i % 3, i), "bytes " + i);
    }
    assertThatThrownBy(() -> build(store, "{folds: 4}"))
        .isInstanceOf(UsageException.class)
        .hasMessageContaining("The smallest change: 1 more group with this class");
  }

  @Test
  void foldsThatLeaveNothingOrNameNoColumnAreRefused() {
    assertThatThrownBy(() -> build(store(), "{train: 1, folds: 3}"))
        .hasMessageContaining("leave nothing for folds");
    assertThatThrownBy(() -> build(store(), "{folds: {by: scanner}}"))
        .hasMessageContaining("the column \"scanner\", which does not exist");
    assertThatThrownBy(() ->
            build(store(), "{train: 1, fixed: [{split: test, column: site, values: [oslo]}]}"))
        .hasMessageContaining("add \"test: 0\"");
  }
}
