package dev.shardline.pipeline.sagemaker;

import java.time.Instant;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/// An execution at one moment.
///
/// @param failureReason empty unless it failed
public record ExecutionView(
    String arn, String pipeline, Status status, String failureReason, List<StepView> steps) {
  public ExecutionView {
    steps = List.copyOf(steps);
  }

  /// How an execution or a step stands.
  public enum Status {
    WAITING,
    RUNNING,
    STOPPING,
    STOPPED,
    FAILED,
    SUCCEEDED;

    /// Whether it will change no more.
    public boolean isFinal() {
      return this == STOPPED || this == FAILED || this == SUCCEEDED;
    }
  }

  /// One step.
  ///
  /// @param started null if it has not
  /// @param ended null if it has not
  /// @param job null for a step without one
  public record StepView(
      String name,
      Status status,
      @Nullable Instant started,
      @Nullable Instant ended,
      int attempts,
      boolean cacheHit,
      String failureReason,
      @Nullable JobView job) {}

  /// The job of a step.
  ///
  /// @param hosts what its machines said last, by name; empty until they have started
  public record JobView(
      String name, String instanceType, int instances, String exitMessage, List<HostView> hosts) {
    public JobView {
      hosts = List.copyOf(hosts);
    }
  }

  /// One machine of a job.
  ///
  /// @param lastLines the newest lines of its log, oldest first
  public record HostView(String name, List<String> lastLines) {
    /// As workers write it, in a line of text or of JSON.
    private static final Pattern PROGRESS =
        Pattern.compile("\\bprogress (\\d+ of \\d+ parts[^\"]*)");

    public HostView {
      lastLines = List.copyOf(lastLines);
    }

    /// What the worker said last of its progress, such as `3 of 10 parts, 204 of 680 samples`;
    /// empty if none of the lines tells.
    public String progress() {
      for (String line : lastLines.reversed()) {
        Matcher told = PROGRESS.matcher(line);
        if (told.find()) {
          return told.group(1);
        }
      }
      return "";
    }
  }
}
