package dev.shardline.pipeline;

import java.util.List;

/// When and how often the service tries a step again by itself.
///
/// @param exceptions the failures it is for; at least one
/// @param intervalSeconds before the first retry
/// @param backoffRate by which the interval grows with each retry
/// @param limit when to give up
public record RetryPolicy(
    List<StepException> exceptions, int intervalSeconds, double backoffRate, Limit limit) {
  /// The failures that can be retried, by the service's names. A container that exits non-zero is
  /// none of them.
  public enum StepException implements ServiceNamed {
    SERVICE_FAULT("Step.SERVICE_FAULT"),
    THROTTLING("Step.THROTTLING"),
    JOB_INTERNAL_ERROR("SageMaker.JOB_INTERNAL_ERROR"),
    CAPACITY_ERROR("SageMaker.CAPACITY_ERROR"),
    RESOURCE_LIMIT("SageMaker.RESOURCE_LIMIT");

    private final String serviceName;

    StepException(String serviceName) {
      this.serviceName = serviceName;
    }

    @Override
    public String serviceName() {
      return serviceName;
    }
  }

  /// The service takes one of the two, never both.
  public sealed interface Limit {
    /// At most this many retries, 1 to 20.
    record Attempts(int count) implements Limit {}

    /// Retries for at most this long, 1 to 14,400 minutes.
    record Minutes(int count) implements Limit {}
  }

  public RetryPolicy {
    exceptions = List.copyOf(exceptions);
    if (exceptions.isEmpty()) {
      throw new IllegalArgumentException("A retry policy names at least one failure");
    }
  }
}
