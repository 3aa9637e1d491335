package dev.shardline.build;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.shardline.dataset.Split;
import dev.shardline.failure.UsageException;
import dev.shardline.manifest.BuiltDataset;
import dev.shardline.manifest.Finding;
import dev.shardline.manifest.PartDescription;
import dev.shardline.storage.ObjectLocation;
import dev.shardline.storage.memory.MemoryStore;
import java.io.IOException;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import org.junit.jupiter.api.Test;

class GrowingDatasetTest {
  private static BuildResult grow(MemoryStore store, BuildResult previous) {
    return SmallDataset.build(
        store, SmallDataset.spec(SmallDataset.shares()).growingFrom(previous.directory()));
  }

  private static BuildResult first(MemoryStore store) {
    return SmallDataset.build(store, SmallDataset.spec(SmallDataset.shares()));
  }

  private static Map<String, Split> splits(MemoryStore store, BuildResult result)
      throws IOException {
    Map<String, Split> splits = new TreeMap<>();
    BuiltDataset.open(_ -> store, result.directory())
        .catalog(entry -> splits.put(entry.sample().id(), entry.split()));
    return splits;
  }

  private static Map<String, PartDescription> parts(BuildResult result) {
    return result.description().parts().stream()
        .collect(Collectors.toMap(part -> part.id().toString(), part -> part));
  }

  private static List<String> checks(BuildResult result) {
    return result.description().findings().stream().map(Finding::check).toList();
  }

  @Property(tries = 25)
  void assignedSamplesNeverMoveAndOldPartsKeepTheirBytes(
      @ForAll @IntRange(min = 12, max = 40) int perClass,
      @ForAll @IntRange(min = 1, max = 60) int added,
      @ForAll @IntRange(min = 1, max = 6) int perSubject)
      throws Exception {
    MemoryStore store = SmallDataset.filledStore(perClass);
    BuildResult old = first(store);
    for (int i = 0; i < added; i++) {
      SmallDataset.put(store, "glioma/t%03d/%d.jpg".formatted(i / perSubject, i), "new " + i);
    }
    BuildResult grown = grow(store, old);
    Map<String, Split> before = splits(store, old);
    Map<String, Split> after = splits(store, grown);
    assertThat(after).containsAllEntriesOf(before).hasSize(before.size() + added);
    assertThat(parts(grown)).containsAllEntriesOf(parts(old));
    assertThat(grown.description().previous()).contains(old.digest());
  }

  @Property(tries = 10)
  void growingByNothingChangesNoSplitAndNoPart(@ForAll @IntRange(min = 12, max = 60) int perClass)
      throws Exception {
    MemoryStore store = SmallDataset.filledStore(perClass);
    BuildResult old = first(store);
    BuildResult grown = grow(store, old);
    assertThat(grown.description().splits()).isEqualTo(old.description().splits());
    assertThat(grown.description().files()).isEqualTo(old.description().files());
  }

  @Test
  void newSamplesFillTheQuotas() throws Exception {
    MemoryStore store = SmallDataset.filledStore(40);
    BuildResult old = first(store);
    for (int i = 0; i < 120; i++) {
      SmallDataset.put(store, "none/t%03d/%d.jpg".formatted(i, i), "new " + i);
    }
    assertThat(grow(store, old).description().splits())
        .extracting(split -> split.counts().samples())
        .containsExactly(168L, 36L, 36L);
  }

  @Test
  void newSamplesOfAKnownSubjectFollowIt() throws Exception {
    MemoryStore store = SmallDataset.filledStore(40);
    BuildResult old = first(store);
    Map<String, Split> before = splits(store, old);
    Map<String, Split> expected = new HashMap<>();
    for (int subject = 0; subject < 20; subject++) {
      String folder = "glioma/s%03d/".formatted(subject);
      SmallDataset.put(store, folder + "later.jpg", "later " + subject);
      expected.put(folder + "later.jpg", before.get(folder + 2 * subject + ".jpg"));
    }
    assertThat(splits(store, grow(store, old))).containsAllEntriesOf(expected);
  }

  @Test
  void removedAndChangedObjectsAreReportedAndTouchOnlyTheirParts() throws Exception {
    MemoryStore store = SmallDataset.filledStore(40);
    BuildResult old = first(store);
    store.delete(SmallDataset.SOURCE.resolve("glioma/s003/6.jpg"));
    SmallDataset.put(store, "none/s004/8.jpg", "other bytes");
    BuildResult grown = grow(store, old);
    assertThat(checks(grown)).contains("previous-removed", "previous-changed");
    assertThat(splits(store, grown))
        .hasSize(119)
        .containsEntry("none/s004/8.jpg", splits(store, old).get("none/s004/8.jpg"));
    Map<String, PartDescription> after = parts(grown);
    assertThat(
            parts(old).entrySet().stream()
                .filter(part -> !part.getValue().equals(after.get(part.getKey()))))
        .hasSizeBetween(1, 2);
  }

  @Test
  void classesKeepTheirNumbersWhenOthersAreAdded() throws Exception {
    MemoryStore store = SmallDataset.filledStore(20);
    BuildResult old = first(store);
    for (int i = 0; i < 9; i++) {
      SmallDataset.put(store, "abscess/t%d/%d.jpg".formatted(i, i), "abscess " + i);
    }
    BuildResult grown = grow(store, old);
    assertThat(BuiltDataset.open(_ -> store, grown.directory()).labels().names())
        .containsExactly("glioma", "meningioma", "none", "abscess");
  }

  @Test
  void aNewCopyJoinsTheGroupOfTheOldSampleWhoseRowStays() throws Exception {
    MemoryStore store = SmallDataset.filledStore(20);
    BuildResult old = first(store);
    SmallDataset.put(store, "glioma/a-copy/0.jpg", "glioma9");
    BuildResult grown = grow(store, old);
    Map<String, String> groups = new HashMap<>();
    BuiltDataset.open(_ -> store, grown.directory())
        .catalog(entry -> groups.put(entry.sample().id(), entry.sample().duplicateGroup()));
    assertThat(groups)
        .containsEntry("glioma/a-copy/0.jpg", "glioma/s004/9.jpg")
        .containsEntry("glioma/s004/9.jpg", "");
    assertThat(parts(grown)).containsAllEntriesOf(parts(old));
  }

  @Test
  void aNewLinkAcrossSplitsStopsWithTheEdgeNamed() throws Exception {
    MemoryStore store = SmallDataset.filledStore(20);
    BuildResult old = first(store);
    Map<String, Split> splits = splits(store, old);
    String train = firstOf(splits, Split.TRAIN);
    String test = firstOf(splits, Split.TEST);
    String content = train.substring(0, train.indexOf('/')) + fileNumber(train);
    String link = test.substring(0, test.lastIndexOf('/') + 1) + "link.jpg";
    SmallDataset.put(store, link, content);
    assertThatThrownBy(() -> grow(store, old))
        .isInstanceOf(UsageException.class)
        .hasMessageContainingAll(
            "\"%s\"".formatted(train),
            "\"%s\"".formatted(link),
            "are copies and so must be in one split",
            "\"%s\", linked with \"".formatted(link),
            "must be in test, because it is there in the previous data set",
            "\"%s\" must be in train, because it is there in the previous data set"
                .formatted(train));
  }

  private static String firstOf(Map<String, Split> splits, Split wanted) {
    return splits.entrySet().stream()
        .filter(entry -> entry.getValue().equals(wanted))
        .map(Map.Entry::getKey)
        .filter(id -> id.startsWith("none/"))
        .findFirst()
        .orElseThrow();
  }

  private static String fileNumber(String id) {
    return id.substring(id.lastIndexOf('/') + 1, id.lastIndexOf('.'));
  }

  @Test
  void aPlaceWithoutADataSetIsRefused() throws Exception {
    MemoryStore store = SmallDataset.filledStore(20);
    DatasetSpec spec =
        SmallDataset.spec(SmallDataset.shares())
            .growingFrom(ObjectLocation.parse("memory://work/datasets/brain/none/"));
    assertThatThrownBy(() -> SmallDataset.build(store, spec))
        .isInstanceOf(UsageException.class)
        .hasMessageContaining("There is no data set in memory://work/datasets/brain/none/");
  }
}
