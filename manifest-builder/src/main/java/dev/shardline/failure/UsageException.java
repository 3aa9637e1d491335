package dev.shardline.failure;

/// The user must change the command, the configuration or what it points at.
public final class UsageException extends ShardlineException {
  private static final long serialVersionUID = 1L;

  public UsageException(String message) {
    super(ExitCode.USAGE, message, null);
  }

  public UsageException(String message, Throwable cause) {
    super(ExitCode.USAGE, message, cause);
  }
}
