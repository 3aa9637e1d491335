package dev.shardline.listing.parallel;

import dev.shardline.storage.ObjectPage;
import dev.shardline.storage.ObjectSummary;
import java.io.IOException;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.locks.Condition;
import java.util.concurrent.locks.ReentrantLock;

/// Where the threads that ask and the thread that delivers meet. Safe for many threads.
final class Frontier {
  private final ReentrantLock lock = new ReentrantLock();
  private final Condition changed = lock.newCondition();
  private final ListingFailures failures = new ListingFailures();
  private final Chain chain;
  private long requests;
  private boolean stopped;

  /// @param mostPages how many pages may be at hand or asked for at once
  Frontier(List<Territory> territories, int mostPages) {
    this.chain = new Chain(territories, mostPages);
  }

  /// What to ask next; empty when the listing is complete or has ended. Waits where too much is at
  /// hand already, or where it is not yet known what to ask.
  Optional<Question> next() throws InterruptedException {
    lock.lockInterruptibly();
    try {
      while (!stopped && !chain.isComplete()) {
        Optional<Question> question = chain.ask();
        if (question.isPresent()) {
          return question;
        }
        changed.await();
      }
      return Optional.empty();
    } finally {
      lock.unlock();
    }
  }

  /// Takes an answer in: the keys that follow `after`.
  void answered(Territory territory, String after, ObjectPage page) throws IOException {
    if (!SortedKeys.ascendAfter(after, page.objects())) {
      throw new IOException(
          "Cannot list %s in parallel: after \"%s\" the server gives keys that are not in the order of UTF-8 bytes. List it with one request at a time, or from an inventory."
              .formatted(territory.prefix(), after));
    }
    change(() -> chain.answered(territory, after, page));
  }

  /// Takes an answer in: the folders in a folder.
  void probed(Territory territory, Folder folder, ObjectPage page) {
    change(() -> chain.probed(territory, folder, page));
  }

  private void change(Runnable answer) {
    lock.lock();
    try {
      answer.run();
      requests++;
      changed.signalAll();
    } finally {
      lock.unlock();
    }
  }

  /// The next objects to deliver, at least one; empty at the end. Waits for them.
  ///
  /// @throws IOException as [ListingFailures] says
  Optional<List<ObjectSummary>> take() throws IOException, InterruptedException {
    lock.lockInterruptibly();
    try {
      while (true) {
        if (chain.asking() == 0) {
          failures.throwIfAny();
        }
        Optional<List<ObjectSummary>> objects = stopped ? Optional.empty() : chain.deliver();
        changed.signalAll();
        if (objects.isPresent() || chain.isComplete()) {
          return objects;
        }
        changed.await();
      }
    } finally {
      lock.unlock();
    }
  }

  /// Ends the listing: nothing more is asked, and once what was asked is answered, the delivering
  /// thread is told why.
  void fail(Territory territory, Exception why) {
    lock.lock();
    try {
      chain.unanswered();
      failures.add(territory.prefix(), why);
      stopped = true;
      changed.signalAll();
    } finally {
      lock.unlock();
    }
  }

  /// Lets the asking threads end.
  void stop() {
    lock.lock();
    try {
      stopped = true;
      changed.signalAll();
    } finally {
      lock.unlock();
    }
  }

  /// How many answers came.
  long requests() {
    lock.lock();
    try {
      return requests;
    } finally {
      lock.unlock();
    }
  }
}
