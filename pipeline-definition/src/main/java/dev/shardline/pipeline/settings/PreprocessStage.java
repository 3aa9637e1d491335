package dev.shardline.pipeline.settings;

import dev.shardline.pipeline.ProcessingOutput.UploadMode;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/// The step that makes shards, on many machines.
///
/// @param instances how many; null to follow the GPUs of the training
public record PreprocessStage(
    JobSize size,
    @Nullable Integer instances,
    Sharding sharding,
    UploadMode upload,
    Map<String, String> environment) {
  /// What SageMaker shards by key.
  public enum Sharding {
    /// The part manifests; a machine streams the objects of its parts from S3 itself.
    PARTS,
    /// The objects of each split's manifest; SageMaker downloads them before the container starts.
    OBJECTS
  }

  public PreprocessStage {
    environment = Collections.unmodifiableMap(new LinkedHashMap<>(environment));
  }
}
