package dev.shardline.build;

import static org.assertj.core.api.Assertions.assertThat;

import dev.shardline.manifest.BuiltDataset;
import dev.shardline.manifest.DatasetDiff;
import dev.shardline.manifest.SampleChange;
import dev.shardline.split.SplitSpec;
import dev.shardline.storage.ObjectLocation;
import dev.shardline.storage.memory.MemoryStore;
import java.util.List;
import org.junit.jupiter.api.Test;

class DatasetDiffTest {
  private static BuiltDataset build(MemoryStore store, SplitSpec split) throws Exception {
    BuildResult result = SmallDataset.build(store, SmallDataset.spec(split));
    return BuiltDataset.open(location -> store, result.directory());
  }

  private static List<String> kinds(List<SampleChange> changes, String sample) {
    return changes.stream()
        .filter(change -> change.sample().equals(sample))
        .map(change -> change.getClass().getSimpleName())
        .toList();
  }

  @Test
  void samplesAddedRemovedAndChangedAreNamed() throws Exception {
    MemoryStore store = SmallDataset.filledStore(20);
    BuiltDataset old = build(store, SmallDataset.shares());
    ObjectLocation gone = SmallDataset.SOURCE.resolve("glioma/s000/0.jpg");
    store.delete(gone);
    SmallDataset.put(store, "none/s900/new.jpg", "new");
    SmallDataset.put(store, "none/s001/2.jpg", "other bytes");
    List<SampleChange> changes = DatasetDiff.between(old, build(store, SmallDataset.shares()));
    assertThat(kinds(changes, "glioma/s000/0.jpg")).containsExactly("Removed");
    assertThat(kinds(changes, "none/s900/new.jpg")).containsExactly("Added");
    assertThat(kinds(changes, "none/s001/2.jpg")).contains("Changed");
    assertThat(changes)
        .extracting(SampleChange::sample)
        .isSortedAccordingTo(ObjectLocation.KEY_ORDER);
  }

  @Test
  void anotherSeedOnlyMovesSamples() throws Exception {
    MemoryStore store = SmallDataset.filledStore(20);
    BuiltDataset old = build(store, SmallDataset.shares());
    BuiltDataset other = build(store, SplitSpec.ofShares("0.7", "0.15", "0.15", 8));
    assertThat(DatasetDiff.between(old, other))
        .isNotEmpty()
        .allMatch(SampleChange.Moved.class::isInstance);
    assertThat(DatasetDiff.between(old, old)).isEmpty();
  }
}
