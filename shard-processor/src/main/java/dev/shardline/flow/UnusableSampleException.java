package dev.shardline.flow;

import dev.shardline.failure.MalformedDataException;
import dev.shardline.failure.Reason;

/// A sample that ends in quarantine before it reaches the recipe: it cannot be read, or will never
/// fit into memory.
public final class UnusableSampleException extends Exception {
  private static final long serialVersionUID = 1L;

  private final Reason reason;

  /// @param detail what was found, for the ledger
  public UnusableSampleException(Reason reason, String detail) {
    super(detail);
    this.reason = reason;
  }

  static UnusableSampleException of(MalformedDataException malformed) {
    UnusableSampleException unusable =
        new UnusableSampleException(malformed.reason(), String.valueOf(malformed.getMessage()));
    unusable.initCause(malformed);
    return unusable;
  }

  /// Why, as ledgers say it.
  public Reason reason() {
    return reason;
  }
}
