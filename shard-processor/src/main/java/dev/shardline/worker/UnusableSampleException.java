package dev.shardline.worker;

import dev.shardline.failure.MalformedDataException;
import dev.shardline.failure.Reason;

/// A sample that ends in quarantine before it reaches the recipe.
final class UnusableSampleException extends Exception {
  private static final long serialVersionUID = 1L;

  private final Reason reason;

  UnusableSampleException(Reason reason, String detail) {
    super(detail);
    this.reason = reason;
  }

  static UnusableSampleException of(MalformedDataException malformed) {
    UnusableSampleException unusable =
        new UnusableSampleException(malformed.reason(), String.valueOf(malformed.getMessage()));
    unusable.initCause(malformed);
    return unusable;
  }

  Reason reason() {
    return reason;
  }
}
