package dev.shardline.cli.pipeline;

import dev.shardline.pipeline.sagemaker.DeployedPipeline;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.Optional;

/// Remembers which deployed definition the user has looked at, so that an update never overwrites
/// one they have not. A file beside the configuration: `.shardline/seen-<pipeline>`.
final class SeenDefinition {
  private static final String NOTHING = "nothing";

  private final Path file;

  SeenDefinition(PreparedPipeline pipeline) {
    Path base = pipeline.root().placeOf("pipeline").base();
    this.file = base.resolve(".shardline").resolve("seen-" + pipeline.settings().identity().name());
  }

  void remember(Optional<DeployedPipeline> deployed) throws IOException {
    Files.createDirectories(file.getParent());
    Files.writeString(file, mark(deployed) + "\n");
  }

  /// Whether what is deployed is not what the user saw last; false if they never looked.
  boolean isOutdated(Optional<DeployedPipeline> deployed) throws IOException {
    try {
      return !Files.readString(file).strip().equals(mark(deployed));
    } catch (NoSuchFileException neverLooked) {
      return false;
    }
  }

  private static String mark(Optional<DeployedPipeline> deployed) {
    return deployed.map(pipeline -> pipeline.digest().hex()).orElse(NOTHING);
  }
}
