package dev.shardline.pipeline.dryrun;

import dev.shardline.pipeline.Container;
import dev.shardline.pipeline.Expression;
import dev.shardline.pipeline.RetryPolicy.StepException;
import java.io.IOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;

/// Runs a job's containers, one on each machine, and waits for all of them.
final class ContainerRuns {
  /// Between the request to end and the end by force, as on the service.
  private static final Duration GRACE = Duration.ofMinutes(2);

  private static final int ENGINE_FAILED = 125;
  private static final int NOT_EXECUTABLE = 126;
  private static final int NOT_FOUND = 127;
  private static final int KILLED = 137;

  private final ContainerEngine engine;
  private final Map<String, String> surroundings;
  private final Consumer<DryRunEvent> listener;

  /// @param surroundings variables that every container gets beside those of its job
  ContainerRuns(
      ContainerEngine engine, Map<String, String> surroundings, Consumer<DryRunEvent> listener) {
    this.engine = engine;
    this.surroundings = Map.copyOf(surroundings);
    this.listener = listener;
  }

  /// @param container with all expressions worked out
  /// @throws StepFailedException if a container did not end with 0, naming every machine that
  ///   failed
  void run(JobPlace place, Container container, Duration maxRuntime, List<Host> hosts)
      throws StepFailedException, InterruptedException {
    List<ContainerEngine.Running> running = start(place, container, hosts);
    List<String> failures = new ArrayList<>();
    ScheduledExecutorService clock = Executors.newSingleThreadScheduledExecutor();
    try {
      var timeout =
          clock.schedule(
              () -> running.forEach(one -> one.stop(GRACE)),
              maxRuntime.toSeconds(),
              TimeUnit.SECONDS);
      for (int i = 0; i < hosts.size(); i++) {
        int code = running.get(i).await();
        Host host = hosts.get(i);
        listener.accept(new DryRunEvent.HostEnded(place.step(), host.name(), code, host.log()));
        if (code != 0) {
          failures.add("%s exited with %d%s".formatted(host.name(), code, meaning(code)));
        }
      }
      if (timeout.isDone()) {
        throw StepFailedException.permanent(
            "MaxRuntimeExceeded: stopped after " + maxRuntime.toSeconds() + " s");
      }
    } catch (InterruptedException e) {
      running.forEach(one -> one.stop(Duration.ofSeconds(1)));
      throw e;
    } finally {
      clock.shutdownNow();
    }
    if (!failures.isEmpty()) {
      throw StepFailedException.permanent("AlgorithmError: " + String.join(", ", failures));
    }
  }

  private List<ContainerEngine.Running> start(JobPlace place, Container container, List<Host> hosts)
      throws StepFailedException {
    List<ContainerEngine.Running> running = new ArrayList<>();
    try {
      for (Host host : hosts) {
        running.add(engine.start(spec(place, container, host)));
      }
      return running;
    } catch (IOException e) {
      running.forEach(one -> one.stop(Duration.ofSeconds(1)));
      throw StepFailedException.ofService(
          StepException.JOB_INTERNAL_ERROR, "InternalServerError: " + e.getMessage());
    }
  }

  private ContainerSpec spec(JobPlace place, Container container, Host host) {
    Map<String, String> environment = new LinkedHashMap<>(surroundings);
    for (Map.Entry<String, Expression> entry : container.environment().entrySet()) {
      environment.put(entry.getKey(), Resolution.textOf(entry.getValue()));
    }
    return new ContainerSpec(
        place.job() + "-" + host.name(),
        host.name(),
        Resolution.textOf(container.image()),
        container.entrypoint(),
        container.arguments().stream().map(Resolution::textOf).toList(),
        environment,
        host.root(),
        host.log());
  }

  private static String meaning(int code) {
    return switch (code) {
      case ENGINE_FAILED -> " (the container engine could not run it)";
      case NOT_EXECUTABLE -> " (the image's entry point cannot be executed)";
      case NOT_FOUND -> " (the image has no such entry point)";
      case KILLED -> " (killed, or out of memory)";
      default -> "";
    };
  }
}
