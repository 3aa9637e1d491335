package dev.shardline.pipeline.settings;

import dev.shardline.pipeline.CachePolicy;
import java.time.Duration;
import org.jspecify.annotations.Nullable;

/// How the service treats the steps.
///
/// @param parallelism how many steps may run at once; null for the service's default
public record Policies(CachePolicy cache, Retry retry, @Nullable Integer parallelism) {
  /// Retries of failures that are not the container's.
  ///
  /// @param attempts 0 for none
  public record Retry(int attempts, Duration interval, double backoff) {}
}
