package dev.shardline.crash;

import dev.shardline.build.BuildProgress;
import dev.shardline.build.BuildRequest;
import dev.shardline.build.DatasetBuilder;
import dev.shardline.build.DatasetSection;
import dev.shardline.config.Config;
import dev.shardline.listing.SequentialListing;
import dev.shardline.probe.Probes;
import dev.shardline.storage.Content;
import dev.shardline.storage.ObjectLocation;
import dev.shardline.storage.ObjectStore;
import dev.shardline.storage.StoreProvider;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;

/// A data set of small texts, of which every seventh is unusable and so ends in quarantine.
final class TextDataset {
  private static final int SAMPLES = 24;
  private static final int UNUSABLE = 7;

  private TextDataset() {}

  /// Writes sources below `directory/source/` and builds the data set.
  ///
  /// @return where it lies
  static ObjectLocation build(ObjectStore store, ObjectLocation directory) throws IOException {
    ObjectLocation source = directory.resolve("source/");
    for (int number = 0; number < SAMPLES; number++) {
      String text = number % UNUSABLE == 0 ? TextStep.UNUSABLE : "this is text number " + number;
      store.write(source.resolve("text/t%02d.txt".formatted(number)), Content.ofText(text));
    }
    Config config =
        Config.parse(
            """
            dataset:
              name: texts
              source: %s
              pattern: "(?<label>[^/]+)/(?<subject>[^/]+)"
              duplicates: {bytes: false, content: false}
              split: {train: 0.8, test: 0.2}
              parts: {target-bytes: 1MiB, per-instance: 3}
            """
                .formatted(source),
            "shardline.yaml",
            Path.of("/"),
            List.of());
    StoreProvider stores = _ -> store;
    return new DatasetBuilder(
            stores, new SequentialListing(stores), Probes.NONE, BuildProgress.NONE)
        .build(new BuildRequest(DatasetSection.read(config.root()), directory, "test", false))
        .directory();
  }
}
