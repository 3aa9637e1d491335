package dev.shardline.build;

import dev.shardline.duplicates.DuplicateSpec;
import dev.shardline.grouping.GroupingSpec;
import dev.shardline.labelling.LabellingSpec;
import dev.shardline.listing.KeyFilter;
import dev.shardline.listing.KeyPattern;
import dev.shardline.listing.SequentialListing;
import dev.shardline.listing.SourceSpec;
import dev.shardline.parts.PartSpec;
import dev.shardline.probe.Probes;
import dev.shardline.split.SplitSpec;
import dev.shardline.storage.Content;
import dev.shardline.storage.ObjectLocation;
import dev.shardline.storage.ObjectStore;
import dev.shardline.storage.StoreProvider;
import dev.shardline.storage.memory.MemoryStore;
import java.io.IOException;
import java.util.List;

/// A data set small enough for a test: text objects in a memory store, and a description of it.
final class SmallDataset {
  static final ObjectLocation SOURCE = ObjectLocation.parse("memory://bucket/mri/");
  static final ObjectLocation WORK = ObjectLocation.parse("memory://work/");
  static final String PATTERN = "(?<label>[^/]+)/(?<subject>[^/]+)/[^/]+";

  private SmallDataset() {}

  /// Puts `perClass` objects of three classes, two an imaginary subject.
  static MemoryStore filledStore(int perClass) throws IOException {
    MemoryStore store = new MemoryStore();
    for (String label : List.of("glioma", "meningioma", "none")) {
      for (int i = 0; i < perClass; i++) {
        put(store, "%s/s%03d/%d.jpg".formatted(label, i / 2, i), label + i);
      }
    }
    return store;
  }

  static void put(ObjectStore store, String key, String text) throws IOException {
    store.write(SOURCE.resolve(key), Content.ofText(text));
  }

  static DatasetSpec spec(SplitSpec split) {
    return new DatasetSpec(
        "brain",
        List.of(new SourceSpec.Prefix("", SOURCE, KeyFilter.DEFAULT)),
        new GroupingSpec.Families(),
        LabellingSpec.ofPatterns(KeyPattern.parse(PATTERN)),
        DuplicateSpec.DEFAULT,
        split,
        PartSpec.DEFAULT);
  }

  static SplitSpec shares() {
    return SplitSpec.ofShares("0.7", "0.15", "0.15", 7);
  }

  static BuildResult build(ObjectStore store, DatasetSpec spec) {
    StoreProvider stores = location -> store;
    return new DatasetBuilder(
            stores, new SequentialListing(stores), Probes.NONE, BuildProgress.NONE)
        .build(new BuildRequest(spec, WORK, "shardline test", false));
  }
}
