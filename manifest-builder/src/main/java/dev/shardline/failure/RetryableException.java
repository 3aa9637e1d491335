package dev.shardline.failure;

/// The same command may succeed later; nothing was lost or half-written.
public final class RetryableException extends ShardlineException {
  private static final long serialVersionUID = 1L;

  public RetryableException(String message) {
    super(ExitCode.RETRYABLE, message, null);
  }

  public RetryableException(String message, Throwable cause) {
    super(ExitCode.RETRYABLE, message, cause);
  }
}
