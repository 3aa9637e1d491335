package dev.shardline.program;

import dev.shardline.demo.DemoDataset;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/// A folder of brain slices and a configuration for them, as a user would have both.
final class SliceProject {
  private static final String CONFIG =
      """
      dataset:
        name: slices
        source: source/
        pattern: "(?<label>[^/]+)/(?<subject>sub-[0-9]+)_(?<site>site-[a-z])_[^/]+"
        split: {train: 0.7, validation: 0.15, test: 0.15, seed: 7}
        parts: {target-bytes: 262144, per-instance: 4}
      recipe:
        - decode-image
        - grey
        - crop-brain
        - resize: {size: 64, filter: bilinear}
        - scale
        - image-to-tensor
      output: {format: webdataset, tolerated-failure-ratio: 0.2}
      """;

  private final Path folder;

  SliceProject(Path folder) {
    this.folder = folder;
  }

  /// Makes the data set, its faults included, and the configuration.
  static SliceProject in(Path folder) throws IOException {
    DemoDataset.writeTo(folder.resolve("source"), DemoDataset.STANDARD_SEED);
    Files.writeString(folder.resolve("shardline.yaml"), CONFIG);
    return new SliceProject(folder);
  }

  Path source() {
    return folder.resolve("source");
  }

  String config() {
    return folder.resolve("shardline.yaml").toString();
  }

  Path work(String name) {
    return folder.resolve(name);
  }
}
