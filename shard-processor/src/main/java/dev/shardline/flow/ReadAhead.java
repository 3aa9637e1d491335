package dev.shardline.flow;

import java.util.concurrent.locks.Condition;
import java.util.concurrent.locks.ReentrantLock;

/// Bounds how many samples are read before the memory budget lets them in. Whoever reads quicker
/// than the cores work pauses when enough is there, and goes on when half of that is used up: to be
/// woken for every sample takes more time than reading it, and what waits is copied by the
/// collector again and again. Safe for many threads.
final class ReadAhead {
  private final int most;
  private final ReentrantLock lock = new ReentrantLock();
  private final Condition goesOn = lock.newCondition();
  private boolean pausing;
  private int reading;
  private int waiting;

  /// @param most samples that are read at once
  ReadAhead(int most) {
    this.most = most;
  }

  /// Takes leave to read a sample; waits for it.
  void begin() throws InterruptedException {
    lock.lockInterruptibly();
    try {
      while (pausing) {
        goesOn.await();
      }
      reading++;
      pausing = reading + waiting >= most;
    } finally {
      lock.unlock();
    }
  }

  /// A sample was looked at, and waits to be let in.
  void waits() {
    lock.lock();
    try {
      reading--;
      waiting++;
      pausing |= 2 * waiting >= most;
    } finally {
      lock.unlock();
    }
  }

  /// A sample that waited was let in, and is read to its end.
  void letIn() {
    lock.lock();
    try {
      waiting--;
      reading++;
    } finally {
      lock.unlock();
    }
  }

  /// A sample is read, or cannot be.
  void end() {
    lock.lock();
    try {
      reading--;
      if (pausing && 4 * waiting <= most && 8 * (reading + waiting) <= 7 * most) {
        pausing = false;
        goesOn.signal();
      }
    } finally {
      lock.unlock();
    }
  }
}
