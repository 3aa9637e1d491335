package dev.shardline.pipeline.dryrun;

import java.nio.file.Path;
import java.time.Duration;
import java.util.List;

/// Something that happened during a dry run.
public sealed interface DryRunEvent {
  /// The step it happened to.
  String step();

  /// A step began.
  ///
  /// @param attempt from 1
  record Started(String step, int attempt) implements DryRunEvent {}

  /// A machine got its share of an input.
  ///
  /// @param objects how many objects each machine got, by number
  record Delivered(String step, String input, List<Integer> objects) implements DryRunEvent {
    public Delivered {
      objects = List.copyOf(objects);
    }
  }

  /// A machine's container ended.
  record HostEnded(String step, String host, int exitCode, Path log) implements DryRunEvent {}

  /// An earlier result was taken over.
  record CacheHit(String step, String job) implements DryRunEvent {}

  /// A failure is tried again.
  ///
  /// @param pause how long the service would wait; a dry run does not
  record Retried(String step, String failure, int nextAttempt, Duration pause)
      implements DryRunEvent {}

  /// Something that works here but is doubtful on the service.
  record Doubt(String step, String message) implements DryRunEvent {}

  /// A step ended.
  record Ended(String step, StepStatus status, String reason) implements DryRunEvent {}

  /// How a step ends.
  enum StepStatus {
    SUCCEEDED,
    FAILED,
    /// A condition led elsewhere, or something before it failed.
    NOT_REACHED,
    /// A training whose container nothing on this machine stands for: its channels were laid out
    /// and found good.
    PREPARED
  }
}
