package dev.shardline.cli.run;

import dev.shardline.flow.WorkerControl;
import java.io.IOException;
import java.time.Duration;

/// Stops a worker cleanly when the process is asked to end (SIGTERM, SIGINT), or when whoever
/// started it is gone. Closing takes the watch away.
final class StopSignals implements AutoCloseable {
  /// Within the two minutes that a spot interruption leaves, with time to publish.
  private static final Duration GRACE = Duration.ofSeconds(20);

  private final Thread hook;

  private StopSignals(Thread hook) {
    this.hook = hook;
  }

  static StopSignals watch(WorkerControl control, boolean untilParentEnds) {
    Thread hook = Thread.ofPlatform().unstarted(() -> stop(control));
    Runtime.getRuntime().addShutdownHook(hook);
    if (untilParentEnds) {
      Thread.ofPlatform().daemon().name("parent-watch").start(() -> awaitEndOfInput(control));
    }
    return new StopSignals(hook);
  }

  private static void stop(WorkerControl control) {
    try {
      control.stop(GRACE);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  private static void awaitEndOfInput(WorkerControl control) {
    try {
      while (System.in.read() >= 0) {
        // Whatever is written there means only that the parent lives.
        continue;
      }
    } catch (IOException e) {
      // A pipe that breaks says the same as one that ends.
      stop(control);
      return;
    }
    stop(control);
  }

  @Override
  public void close() {
    try {
      Runtime.getRuntime().removeShutdownHook(hook);
    } catch (IllegalStateException shuttingDown) {
      // The hook is running: it waits for the worker, which has just ended.
      return;
    }
  }
}
