package dev.shardline.pipeline.dryrun;

import dev.shardline.pipeline.RetryPolicy;
import dev.shardline.pipeline.RetryPolicy.Limit;
import dev.shardline.pipeline.RetryPolicy.StepException;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;

/// Tries a step as often as its retry policies allow. The waits between tries are told, not waited
/// for.
final class Attempts {
  private final Map<String, Deque<StepException>> faults = new HashMap<>();
  private final Consumer<DryRunEvent> listener;

  /// @param faults failures of the service to pretend, by step, one for each try
  Attempts(Map<String, List<StepException>> faults, Consumer<DryRunEvent> listener) {
    faults.forEach((step, list) -> this.faults.put(step, new ArrayDeque<>(list)));
    this.listener = listener;
  }

  /// One try.
  interface Attempt<T> {
    T run(int number) throws StepFailedException, InterruptedException;
  }

  <T> T run(String step, List<RetryPolicy> policies, Attempt<T> attempt)
      throws StepFailedException, InterruptedException {
    Map<RetryPolicy, Tally> tallies = new HashMap<>();
    for (int number = 1; ; number++) {
      try {
        pretendFault(step);
        return attempt.run(number);
      } catch (StepFailedException failure) {
        Duration pause = pauseBeforeNext(failure, policies, tallies);
        listener.accept(new DryRunEvent.Retried(step, failure.reason(), number + 1, pause));
      }
    }
  }

  private synchronized void pretendFault(String step) throws StepFailedException {
    StepException fault = faults.getOrDefault(step, new ArrayDeque<>()).poll();
    if (fault != null) {
      throw StepFailedException.ofService(fault, fault.serviceName() + " (pretended)");
    }
  }

  /// What one policy has allowed so far.
  private record Tally(int retries, Duration waited) {}

  private static Duration pauseBeforeNext(
      StepFailedException failure, List<RetryPolicy> policies, Map<RetryPolicy, Tally> tallies)
      throws StepFailedException {
    Optional<RetryPolicy> policy =
        failure
            .kind()
            .flatMap(
                kind -> policies.stream().filter(p -> p.exceptions().contains(kind)).findFirst());
    if (policy.isEmpty()) {
      throw failure;
    }
    Tally tally = tallies.getOrDefault(policy.get(), new Tally(0, Duration.ZERO));
    Duration pause =
        Duration.ofMillis(
            Math.round(
                policy.get().intervalSeconds()
                    * 1000.0
                    * Math.pow(policy.get().backoffRate(), tally.retries())));
    Tally next = new Tally(tally.retries() + 1, tally.waited().plus(pause));
    if (!allows(policy.get().limit(), next)) {
      throw failure;
    }
    tallies.put(policy.get(), next);
    return pause;
  }

  private static boolean allows(Limit limit, Tally tally) {
    return switch (limit) {
      case Limit.Attempts(int count) -> tally.retries() <= count;
      case Limit.Minutes(int count) -> tally.waited().compareTo(Duration.ofMinutes(count)) <= 0;
    };
  }
}
