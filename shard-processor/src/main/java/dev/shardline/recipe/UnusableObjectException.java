package dev.shardline.recipe;

import dev.shardline.failure.MalformedDataException;
import java.io.IOException;

/// An object that turned out, while it was read by ranges, to be gone, changed or refused.
public final class UnusableObjectException extends IOException {
  private static final long serialVersionUID = 1L;

  private final MalformedDataException why;

  /// @param why what the ledger is to say
  public UnusableObjectException(MalformedDataException why) {
    super(why.getMessage(), why);
    this.why = why;
  }

  /// What the ledger is to say.
  public MalformedDataException why() {
    return why;
  }
}
