package dev.shardline.storage;

import java.io.Serial;
import java.nio.file.AccessDeniedException;

/// The store knows who asks and does not permit it: other places may still be permitted. Unknown or
/// expired credentials are a plain [AccessDeniedException].
public final class PermissionDeniedException extends AccessDeniedException {
  @Serial private static final long serialVersionUID = 1L;

  /// @param reason what is to be permitted, and where
  public PermissionDeniedException(ObjectLocation location, String reason) {
    super(location.toString(), null, reason);
  }
}
