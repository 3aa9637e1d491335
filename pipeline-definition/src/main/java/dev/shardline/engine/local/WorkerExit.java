package dev.shardline.engine.local;

import java.nio.file.Path;
import java.util.List;

/// How a worker process ended at last.
///
/// @param rank its rank
/// @param exitCode its exit code; 128 + n if signal n ended it
/// @param attempts how often it was started
/// @param log what its last attempt wrote to standard error, as far as the disk took it
/// @param lastWords the last lines of that
public record WorkerExit(int rank, int exitCode, int attempts, Path log, List<String> lastWords) {
  public WorkerExit {
    lastWords = List.copyOf(lastWords);
  }

  /// Whether it did all it was asked for.
  public boolean succeeded() {
    return exitCode == 0;
  }
}
