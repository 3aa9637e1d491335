package dev.shardline.storage;

import java.io.IOException;

/// A write was sent and neither its success nor its failure could be established, not even by
/// reading back. Nothing may be cleaned up; the next run looks at what is there.
public final class UnknownOutcomeException extends IOException {
  private static final long serialVersionUID = 1L;

  public UnknownOutcomeException(String message, Throwable cause) {
    super(message, cause);
  }
}
