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
public final class MemoryBudget {
  private final long capacity;
  private final WorkerMetrics metrics;
  private final ReentrantLock lock = new ReentrantLock();
  private final Map<Long, Request> waiting = new ConcurrentHashMap<>();
  private long nextTicket;
  private long used;

  /// @param capacity in bytes
  /// @param metrics is told what is in use
  public MemoryBudget(long capacity, WorkerMetrics metrics) {
    this.capacity = capacity;
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
    while (next != null && used + next.bytes() <= capacity) {
      waiting.remove(nextTicket);
      used += next.bytes();
      metrics.add(Counter.BYTES_IN_FLIGHT, next.bytes());
      next.granted().release();
      nextTicket++;
      next = waiting.get(nextTicket);
    }
  }
}
