package dev.shardline.program;

import dev.shardline.demo.DemoDataset;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;

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

  private static final String PIPELINE =
      """
      pipeline:
        name: slices
        region: eu-west-1
        role: arn:aws:iam::123456789012:role/Shardline
        image: 123456789012.dkr.ecr.eu-west-1.amazonaws.com/shardline@sha256:%s
        work: s3://study/shardline
        preprocess: {instance-type: ml.m5.xlarge}
        verify: {max-failed-ratio: 0.2}
        training: {instance-type: ml.g5.12xlarge, instance-count: 1}
      """
          .formatted("0".repeat(64));

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

  /// Makes a few of the pictures, and a configuration with a pipeline.
  static SliceProject ofPipelineIn(Path folder) throws IOException {
    SliceProject project = in(folder);
    thin(project.source());
    Files.writeString(Path.of(project.config()), CONFIG + PIPELINE);
    return project;
  }

  /// Keeps every fourth subject: workers start often here, and need not have much to do.
  private static void thin(Path source) throws IOException {
    List<Path> surplus;
    try (Stream<Path> files = Files.walk(source)) {
      surplus =
          files
              .filter(Files::isRegularFile)
              .filter(file -> file.getFileName().toString().hashCode() % 4 != 0)
              .toList();
    }
    for (Path file : surplus) {
      Files.delete(file);
    }
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
