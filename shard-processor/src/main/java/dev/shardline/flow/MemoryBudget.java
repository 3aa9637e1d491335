package dev.shardline.flow;

import dev.shardline.telemetry.Counter;
import dev.shardline.telemetry.WorkerMetrics;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Semaphore;
import java.util.concurrent.locks.ReentrantLock;

/// Lets samples in as long as what they need fits into a fixed number of bytes, strictly in the
/// order of their tickets. Because an earlier sample is always let in before a later one, and goes
/// its way to the end without asking again, nobody waits for ever. Safe for many threads.
///
/// Reading far ahead makes nothing quicker: beyond what keeps the cores busy no more is let in,
/// however large the budget is. What waits in memory grows old in the collector's eyes, and is
/// copied for nothing.
public final class MemoryBudget {
  /// What may be on its way for each core, at least: thousands of small samples.
  private static final long AHEAD_BYTES = 512L << 20;

  /// Large samples that may be on their way for each core: one in work, one that arrives.
  private static final int AHEAD_SAMPLES = 2;

  private final long capacity;
  private final int cores;
  private final WorkerMetrics metrics;
  private final ReentrantLock lock = new ReentrantLock();
  private final Map<Long, Request> waiting = new ConcurrentHashMap<>();
  private long nextTicket;
  private long used;

  /// @param capacity in bytes
  /// @param cores that work on samples
  /// @param metrics is told what is in use
  public MemoryBudget(long capacity, int cores, WorkerMetrics metrics) {
    this.capacity = capacity;
    this.cores = cores;
    this.metrics = metrics;
  }

  private record Request(long bytes, Semaphore granted) {}

  long capacity() {
    return capacity;
  }

  /// Waits until every earlier ticket was let in or has passed, and the bytes fit.
  ///
  /// @param ticket from 0, each used once
  /// @param bytes at most the capacity
  void admit(long ticket, long bytes) throws InterruptedException {
    if (bytes > capacity) {
      throw new IllegalArgumentException(bytes + " bytes never fit into " + capacity);
    }
    Request request = new Request(bytes, new Semaphore(0));
    submit(ticket, request);
    request.granted().acquire();
  }

  /// Declares that a ticket needs nothing.
  void pass(long ticket) {
    submit(ticket, new Request(0, new Semaphore(0)));
  }

  private void submit(long ticket, Request request) {
    lock.lock();
    try {
      waiting.put(ticket, request);
      grant();
    } finally {
      lock.unlock();
    }
  }

  /// Gives bytes back.
  public void release(long bytes) {
    lock.lock();
    try {
      used -= bytes;
      metrics.add(Counter.BYTES_IN_FLIGHT, -bytes);
      grant();
    } finally {
      lock.unlock();
    }
  }

  private void grant() {
    Request next = waiting.get(nextTicket);
    while (next != null && letsIn(next.bytes())) {
      waiting.remove(nextTicket);
      used += next.bytes();
      metrics.add(Counter.BYTES_IN_FLIGHT, next.bytes());
      next.granted().release();
      nextTicket++;
      next = waiting.get(nextTicket);
    }
  }

  private boolean letsIn(long bytes) {
    return used + bytes <= capacity && used <= cores * Math.max(AHEAD_BYTES, AHEAD_SAMPLES * bytes);
  }
}
