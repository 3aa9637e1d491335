package dev.shardline.lineage;

import dev.shardline.dataset.SourceObject;
import dev.shardline.digest.Digest;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/// An object as a worker read it.
///
/// @param object the object in its pinned version
/// @param sha256OrNull the digest of the bytes read; null if it could not be read whole
public record ObjectRead(SourceObject object, @Nullable Digest sha256OrNull) {
  /// The digest of the bytes read; empty if the object could not be read whole.
  public Optional<Digest> sha256() {
    return Optional.ofNullable(sha256OrNull);
  }
}
