package dev.shardline.failure;

/// The data fails beyond what was tolerated, or evidence contradicts itself; a retry cannot help.
public final class PermanentException extends ShardlineException {
  private static final long serialVersionUID = 1L;

  public PermanentException(String message) {
    super(ExitCode.PERMANENT, message, null);
  }

  public PermanentException(String message, Throwable cause) {
    super(ExitCode.PERMANENT, message, cause);
  }
}
