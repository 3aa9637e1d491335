package dev.shardline.manifest;

import dev.shardline.storage.ObjectLocation;
import java.util.List;
import java.util.stream.Stream;

/// A SageMaker ManifestFile: a prefix and the suffixes that, put after it literally, name objects.
///
/// @param prefix the text before every suffix, such as `s3://bucket/data/`
/// @param suffixes in the file's order
public record SageMakerManifest(String prefix, List<String> suffixes) {
  public SageMakerManifest {
    suffixes = List.copyOf(suffixes);
  }

  /// The objects it names.
  ///
  /// @throws IllegalArgumentException if prefix and suffix make no location
  public Stream<ObjectLocation> locations() {
    return suffixes.stream().map(suffix -> ObjectLocation.parse(prefix + suffix));
  }
}
