package dev.shardline.shard;

import java.nio.file.Path;
import java.util.List;

/// A finished shard on this machine, not yet compressed.
///
/// @param file the shard
/// @param offsets where in it each record lies, in order
/// @param sidecars further files that belong to it
public record SealedShard(Path file, List<Long> offsets, List<Sidecar> sidecars) {
  /// @param suffix what its name has in place of the shard's suffix: `.idx`
  public record Sidecar(String suffix, Path file) {}

  public SealedShard {
    offsets = List.copyOf(offsets);
    sidecars = List.copyOf(sidecars);
  }
}
