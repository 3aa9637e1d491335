package dev.shardline.flow;

import dev.shardline.telemetry.Counter;
import dev.shardline.telemetry.WorkerMetrics;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.NavigableMap;
import java.util.TreeMap;
import java.util.concurrent.locks.ReentrantLock;

/// Lets samples in as long as the most that they can take together fits into a fixed number of
/// bytes: what all of them hold while they wait, and what the largest ones need besides, as many as
/// there are cores to work on them. Strictly in the order of their tickets: because an earlier
/// sample is always let in before a later one, and goes its way to the end without asking again,
/// nobody waits for ever. Safe for many threads.
///
/// Reading far ahead makes nothing quicker: beyond what keeps the cores busy no more is let in,
/// however large the budget is. What waits in memory grows old in the collector's eyes, and is
/// copied for nothing.
public final class MemoryBudget {
  /// What may wait for each core, at least: hundreds of small samples, more than arrive while one
  /// is in work.
  private static final long AHEAD_BYTES = 16L << 20;

  /// Large samples that may be on their way for each core: one in work, one that arrives.
  private static final int AHEAD_SAMPLES = 2;

  /// What no sample takes: each has bytes.
  private static final SampleMemory NOTHING = new SampleMemory(0, 0);

  private final long capacity;
  private final int cores;
  private final WorkerMetrics metrics;
  private final ReentrantLock lock = new ReentrantLock();
  private final Map<Long, Request> requests = new HashMap<>();
  private long nextTicket;

  /// How many samples that have not left a core yet need so much besides; the largest first.
  private final NavigableMap<Long, Integer> extras = new TreeMap<>(Comparator.reverseOrder());

  /// What samples hold that wait for a core, are on one, or wait for the writer.
  private long held;

  private int samples;
  private long atMost;

  /// @param capacity in bytes
  /// @param cores that work on samples
  /// @param metrics is told the most that samples on their way can take together
  public MemoryBudget(long capacity, int cores, WorkerMetrics metrics) {
    this.capacity = capacity;
    this.cores = cores;
    this.metrics = metrics;
  }

  private record Request(SampleMemory memory, Runnable admitted) {}

  long capacity() {
    return capacity;
  }

  int cores() {
    return cores;
  }

  /// The most that the samples on their way can take together.
  long bytesInFlight() {
    lock.lock();
    try {
      return atMost;
    } finally {
      lock.unlock();
    }
  }

  /// Lets a sample in as soon as every earlier ticket was let in or has passed, and it fits. Nobody
  /// waits for that: a thread for each sample that waits would have to be woken for each that ends.
  ///
  /// @param ticket from 0, each used once
  /// @param memory more than nothing, at most the capacity
  /// @param admitted runs then, on whichever thread made room; is short, and throws nothing
  void admit(long ticket, SampleMemory memory, Runnable admitted) {
    if (memory.equals(NOTHING) || memory.workingBytes() > capacity) {
      throw new IllegalArgumentException("%s never fits into %d".formatted(memory, capacity));
    }
    submit(ticket, new Request(memory, admitted));
  }

  /// Declares that a ticket needs nothing.
  void pass(long ticket) {
    submit(ticket, new Request(NOTHING, () -> {}));
  }

  private void submit(long ticket, Request request) {
    change(() -> requests.put(ticket, request));
  }

  /// Changes what is counted, and lets in whom that makes room for.
  private void change(Runnable change) {
    List<Request> granted;
    lock.lock();
    try {
      change.run();
      granted = grant();
    } finally {
      lock.unlock();
    }
    granted.forEach(request -> request.admitted().run());
  }

  /// A sample that was let in has left its core, or never comes to one.
  ///
  /// @param stillHeld what its results take until they are released
  void leave(SampleMemory memory, long stillHeld) {
    change(() -> {
      extras.merge(
          memory.extraBytes(), -1, (count, less) -> count + less == 0 ? null : count + less);
      held += stillHeld - memory.waitingBytes();
      if (stillHeld == 0) {
        samples--;
      }
    });
  }

  /// Gives back what a sample's results took.
  ///
  /// @param bytes as many as were still held when it left its core; 0 changes nothing
  public void release(long bytes) {
    if (bytes != 0) {
      change(() -> {
        held -= bytes;
        samples--;
      });
    }
  }

  private List<Request> grant() {
    List<Request> granted = new ArrayList<>();
    Request next = requests.get(nextTicket);
    while (next != null && letsIn(next.memory())) {
      requests.remove(nextTicket);
      letIn(next.memory());
      granted.add(next);
      nextTicket++;
      next = requests.get(nextTicket);
    }
    long now = held + onCores(0);
    metrics.add(Counter.BYTES_IN_FLIGHT, now - atMost);
    atMost = now;
    return granted;
  }

  private boolean letsIn(SampleMemory next) {
    return held + next.waitingBytes() + onCores(next.extraBytes()) <= capacity
        && (held < cores * AHEAD_BYTES || samples < cores * AHEAD_SAMPLES);
  }

  private void letIn(SampleMemory memory) {
    if (!memory.equals(NOTHING)) {
      extras.merge(memory.extraBytes(), 1, Integer::sum);
      held += memory.waitingBytes();
      samples++;
    }
  }

  /// The most that samples can need besides, all cores at work.
  ///
  /// @param more what one further sample would need
  private long onCores(long more) {
    long sum = 0;
    int free = cores;
    boolean counted = false;
    for (Map.Entry<Long, Integer> extra : extras.entrySet()) {
      if (!counted && more >= extra.getKey()) {
        sum += more;
        free--;
        counted = true;
      }
      int those = Math.min(free, extra.getValue());
      sum += extra.getKey() * those;
      free -= those;
      if (free == 0) {
        return sum;
      }
    }
    return counted ? sum : sum + more;
  }
}
