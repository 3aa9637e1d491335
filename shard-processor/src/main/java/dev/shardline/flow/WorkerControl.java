package dev.shardline.flow;

import java.time.Duration;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

/// Stops a worker from outside: a signal handler, a test. For one worker; safe for many threads.
public final class WorkerControl {
  private static final long LOOK_MILLIS = 100;

  private final CountDownLatch ended = new CountDownLatch(1);
  private volatile boolean stopping;
  private volatile boolean abandoning;

  /// Asks the worker to stop: it begins no further part, and abandons the one in work if that does
  /// not end in time. What is abandoned is found again by the next worker on the same disk. Returns
  /// when the worker has ended.
  ///
  /// @param grace how long the part in work may take
  public void stop(Duration grace) throws InterruptedException {
    stopping = true;
    if (!ended.await(grace.toMillis(), TimeUnit.MILLISECONDS)) {
      abandoning = true;
      ended.await();
    }
  }

  /// Whether the worker was asked to stop.
  public boolean isStopping() {
    return stopping;
  }

  /// To be called when the worker has ended, whatever the way.
  public void ended() {
    ended.countDown();
  }

  /// Waits for the next element. (A thread that may hold a file open is never interrupted: that
  /// would close the file.)
  ///
  /// @throws StoppedException if the part in work is to be abandoned
  public <T> T take(BlockingQueue<T> queue) throws InterruptedException, StoppedException {
    T next = queue.poll(LOOK_MILLIS, TimeUnit.MILLISECONDS);
    while (next == null) {
      look();
      next = queue.poll(LOOK_MILLIS, TimeUnit.MILLISECONDS);
    }
    look();
    return next;
  }

  /// Waits for a result.
  ///
  /// @throws StoppedException if the part in work is to be abandoned
  public <T> T get(Future<T> future)
      throws InterruptedException, ExecutionException, StoppedException {
    while (true) {
      try {
        return future.get(LOOK_MILLIS, TimeUnit.MILLISECONDS);
      } catch (TimeoutException _) {
        look();
      }
    }
  }

  /// Waits for a while.
  ///
  /// @throws StoppedException if the part in work is to be abandoned
  public void pause(Duration duration) throws InterruptedException, StoppedException {
    look();
    Thread.sleep(duration);
  }

  private void look() throws StoppedException {
    if (abandoning) {
      throw new StoppedException();
    }
  }
}
