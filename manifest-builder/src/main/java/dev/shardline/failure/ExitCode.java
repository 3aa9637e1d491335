package dev.shardline.failure;

/// The exit codes every engine (SageMaker, Batch, Kubernetes, Slurm) is told about.
public enum ExitCode {
  /// All is done and nothing is wrong.
  DONE(0),
  /// Running the same command again may succeed: a store was down, a disk was full.
  RETRYABLE(1),
  /// The command, the configuration or its input must be mended by the user first.
  USAGE(2),
  /// The data is bad beyond what was tolerated; a retry gives the same result.
  PERMANENT(42);

  private final int code;

  ExitCode(int code) {
    this.code = code;
  }

  public int code() {
    return code;
  }
}
