package dev.shardline.pipeline.dryrun;

import java.io.IOException;
import java.time.Duration;

/// Starts containers, or what stands for them. Safe for use by many threads.
public interface ContainerEngine extends AutoCloseable {
  /// A started container.
  interface Running {
    /// Waits for its end.
    ///
    /// @return its exit code, as a shell would have it: 128 + n if ended by signal n
    int await() throws InterruptedException;

    /// Asks it to end, and ends it if it has not within `grace`. Returns at once.
    void stop(Duration grace);
  }

  /// Whether the engine can run this image at all; told before anything is started.
  boolean canRun(String image);

  /// @throws IOException if the engine itself fails; the service would call it an internal error
  Running start(ContainerSpec spec) throws IOException;

  @Override
  void close();
}
