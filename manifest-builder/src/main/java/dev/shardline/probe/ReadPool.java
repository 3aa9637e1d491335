package dev.shardline.probe;

import dev.shardline.failure.RetryableException;
import dev.shardline.failure.ShardlineException;
import dev.shardline.threads.WaitingThreads;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Future;
import java.util.concurrent.Semaphore;

/// Runs many short readings at once, a bounded number of them at any time.
///
/// @param atOnce how many
public record ReadPool(int atOnce) {
  private static final int BATCH = 4096;

  /// One reading.
  @FunctionalInterface
  public interface Reading {
    /// Reads the `index`-th thing. Failures that concern one thing only are the reading's to keep.
    void read(int index) throws Exception;
  }

  /// Reads things 0 to `count` - 1 and returns when all are read.
  ///
  /// @throws ShardlineException the first failure by index, of those that were seen
  public void readAll(int count, Reading reading) {
    Semaphore permits = new Semaphore(atOnce);
    try (ExecutorService threads = WaitingThreads.pool("read")) {
      for (int from = 0; from < count; from += BATCH) {
        List<Future<?>> batch = new ArrayList<>();
        for (int index = from; index < Math.min(count, from + BATCH); index++) {
          permits.acquire();
          batch.add(submit(threads, permits, reading, index));
        }
        for (Future<?> future : batch) {
          future.get();
        }
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new RetryableException("Interrupted while reading objects", e);
    } catch (ExecutionException e) {
      throw failure(e);
    }
  }

  private static Future<?> submit(
      ExecutorService threads, Semaphore permits, Reading reading, int index) {
    return threads.submit(() -> {
      try {
        reading.read(index);
        return true;
      } finally {
        permits.release();
      }
    });
  }

  private static ShardlineException failure(ExecutionException e) {
    return switch (e.getCause()) {
      case ShardlineException known -> known;
      case null -> new RetryableException("Reading objects failed", e);
      default -> new RetryableException("Reading objects failed: " + e.getCause().getMessage(), e);
    };
  }
}
