package dev.shardline.failure;

import org.jspecify.annotations.Nullable;

/// A failure that ends the command with one message and an exit code. The message is complete as it
/// stands: place, expected, found, remedy.
public abstract sealed class ShardlineException extends RuntimeException
    permits UsageException, RetryableException, PermanentException {
  private static final long serialVersionUID = 1L;

  private final ExitCode exitCode;

  ShardlineException(ExitCode exitCode, String message, @Nullable Throwable cause) {
    super(message, cause);
    this.exitCode = exitCode;
  }

  public final ExitCode exitCode() {
    return exitCode;
  }
}
