package dev.shardline.worker;

import dev.shardline.flow.StoppedException;
import dev.shardline.flow.WorkerControl;
import java.time.Duration;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Future;

/// Waits for results that come by the hundreds a second, one after another, by looking again after
/// a pause in which a few of them come. Whoever is woken for each takes the core from the thread
/// that works on the next one. For one thread.
final class UnhurriedWait {
  private static final Duration SHORTEST = Duration.ofNanos(40_000);
  private static final Duration LONGEST = SHORTEST.multipliedBy(128);

  /// So many results are worth being awake for.
  private static final int FEW = 4;

  /// No more are waited for: they are held in memory meanwhile, and their number is bounded.
  private static final int MANY = 16;

  private final WorkerControl control;
  private Duration pause = SHORTEST;
  private int sinceLastPause;

  UnhurriedWait(WorkerControl control) {
    this.control = control;
  }

  /// Waits for the next result.
  ///
  /// @throws StoppedException if the part in work is to be abandoned
  <T> T get(Future<T> result) throws InterruptedException, ExecutionException, StoppedException {
    while (!result.isDone()) {
      adapt();
      sinceLastPause = 0;
      control.pause(pause);
    }
    sinceLastPause++;
    return control.get(result);
  }

  private void adapt() {
    if (sinceLastPause < FEW && pause.compareTo(LONGEST) < 0) {
      pause = pause.multipliedBy(2);
    } else if (sinceLastPause > MANY && pause.compareTo(SHORTEST) > 0) {
      pause = pause.dividedBy(2);
    }
  }
}
