package dev.shardline.manifest;

import dev.shardline.dataset.PartId;
import dev.shardline.digest.Digest;
import java.util.List;

/// What `dataset.json` says of a part.
///
/// @param counts what it holds
/// @param samples digest of its samples file: the *part digest* that ledgers refer to
/// @param manifests its ManifestFiles, one per bucket its objects lie in, at least one; the first
///   is the one that engines hand out
public record PartDescription(
    PartId id, Counts counts, Digest samples, List<FileDigest> manifests) {
  public PartDescription {
    manifests = List.copyOf(manifests);
    if (manifests.isEmpty()) {
      throw new IllegalArgumentException("Part %s has no manifest".formatted(id));
    }
  }
}
