package dev.shardline.listing.parallel;

import dev.shardline.storage.ListRequest;
import dev.shardline.storage.ObjectLocation;
import dev.shardline.storage.ObjectPage;
import dev.shardline.storage.ObjectSummary;
import java.io.IOException;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.locks.Condition;
import java.util.concurrent.locks.ReentrantLock;
import org.jspecify.annotations.Nullable;

/// What is known, what has been asked and what is still to be asked: the chain of segments from the
/// first key not yet delivered to the last territory's end. The threads that ask and the thread
/// that delivers meet here. Safe for many threads.
final class Frontier {
  /// Folders within folders within the prefix are probed, no deeper.
  private static final int DEEPEST_PROBE = 2;

  private static final int MOST_PROBES = 64;

  /// Where there are more folders than this, cutting by density does as well.
  private static final int MOST_FOLDERS = 128;

  private final ReentrantLock lock = new ReentrantLock();
  private final Condition changed = lock.newCondition();
  private final Deque<Question.Folders> probes = new ArrayDeque<>();
  private final long mostHeld;
  private @Nullable Segment head;
  private final ListingFailures failures = new ListingFailures();
  private int probesLeft = MOST_PROBES;
  private long held;
  private int asking;
  private long requests;
  private boolean stopped;

  /// @param mostPages how many pages may be at hand or asked for at once
  Frontier(List<Territory> territories, int mostPages) {
    for (Territory territory : territories.reversed()) {
      Segment whole = new Segment(territory, "", null, null);
      whole.append(head);
      head = whole;
      probes.addFirst(new Question.Folders(territory, new Folder(territory.prefix(), 0)));
    }
    mostHeld = (long) mostPages * ListRequest.PAGE;
  }

  /// What to ask next; empty when the listing is complete or has failed. Waits where too much is at
  /// hand already, or where it is not yet known what to ask.
  Optional<Question> next() throws InterruptedException {
    lock.lockInterruptibly();
    try {
      while (!stopped && head != null) {
        Optional<Question> question = keys().or(this::folders);
        if (question.isPresent()) {
          asking++;
          return question;
        }
        changed.await();
      }
      return Optional.empty();
    } finally {
      lock.unlock();
    }
  }

  private Optional<Question> keys() {
    Segment open = head;
    while (open != null && open.state() != Segment.State.OPEN) {
      open = open.next();
    }
    boolean room = held + (asking + 1L) * ListRequest.PAGE <= mostHeld;
    if (open == null || (!room && open != head)) {
      return Optional.empty();
    }
    open.cutToPage();
    open.asked();
    return Optional.of(new Question.Keys(open.territory(), open.after()));
  }

  private Optional<Question> folders() {
    while (!probes.isEmpty() && probesLeft > 0) {
      Question.Folders probe = probes.removeFirst();
      if (isUnfinished(probe)) {
        probesLeft--;
        return Optional.of(probe);
      }
    }
    return Optional.empty();
  }

  private boolean isUnfinished(Question.Folders probe) {
    String folder = probe.folder().location().key();
    for (Segment segment = head; segment != null; segment = segment.next()) {
      if (segment.territory() == probe.territory()
          && segment.state() != Segment.State.DONE
          && !segment.endsBy(folder)) {
        return true;
      }
    }
    return false;
  }

  /// Takes an answer in: the keys that follow `after`.
  void answered(Territory territory, String after, ObjectPage page) throws IOException {
    List<ObjectSummary> objects = page.objects();
    if (!SortedKeys.ascendAfter(after, objects)) {
      throw new IOException(
          "Cannot list %s in parallel: after \"%s\" the server gives keys that are not in the order of UTF-8 bytes. List it with one request at a time, or from an inventory."
              .formatted(territory.prefix(), after));
    }
    lock.lock();
    try {
      asking--;
      requests++;
      territory.keySpace().learn(objects);
      cover(territory, after, page);
      changed.signalAll();
    } finally {
      lock.unlock();
    }
  }

  private void cover(Territory territory, String after, ObjectPage page) {
    @Nullable String last = page.more() ? page.lastKey() : null;
    @Nullable Stride stride = Stride.of(territory.keySpace(), page.objects());
    for (Segment segment = head; segment != null; segment = segment.next()) {
      if (segment.territory() != territory || !isCovered(segment, after, last)) {
        continue;
      }
      if (last != null && !segment.endsBy(last)) {
        if (segment.state() == Segment.State.ASKED && !segment.after().equals(after)) {
          continue; // its own answer will come
        }
        segment.cutAt(last, stride);
      }
      segment.finish(page.objects());
      held += segment.objects().size();
    }
    if (stride != null) {
      tellNextOpen(territory, stride);
    }
  }

  /// Lets the cuts further on follow a change in density before an answer reaches them.
  private void tellNextOpen(Territory territory, Stride stride) {
    for (Segment segment = head; segment != null; segment = segment.next()) {
      if (segment.territory() == territory
          && segment.state() == Segment.State.OPEN
          && segment.beginsFrom(stride.seenAt())) {
        segment.learn(stride);
        return;
      }
    }
  }

  /// Whether an answer tells of the keys from where the segment begins on.
  private static boolean isCovered(Segment segment, String after, @Nullable String last) {
    return segment.state() != Segment.State.DONE
        && segment.beginsFrom(after)
        && (last == null || !segment.beginsFrom(last));
  }

  /// Takes the folders in a folder in: each may begin a segment.
  void probed(Territory territory, Folder folder, ObjectPage page) {
    lock.lock();
    try {
      asking--;
      requests++;
      if (!page.more() && page.directories().size() <= MOST_FOLDERS) {
        for (ObjectLocation inner : page.directories()) {
          cutBefore(territory, inner.key());
          if (folder.depth() < DEEPEST_PROBE) {
            probes.addLast(new Question.Folders(territory, new Folder(inner, folder.depth() + 1)));
          }
        }
      }
      changed.signalAll();
    } finally {
      lock.unlock();
    }
  }

  private void cutBefore(Territory territory, String key) {
    for (Segment segment = head; segment != null; segment = segment.next()) {
      if (segment.territory() == territory
          && segment.state() != Segment.State.DONE
          && !segment.beginsFrom(key)
          && !segment.endsBy(key)) {
        segment.cutAt(key, null);
        return;
      }
    }
  }

  /// The next objects to deliver, at least one; empty at the end. Waits for them.
  ///
  /// @throws IOException as [ListingFailures] says
  Optional<List<ObjectSummary>> take() throws IOException, InterruptedException {
    lock.lockInterruptibly();
    try {
      while (true) {
        if (asking == 0) {
          failures.throwIfAny();
        }
        while (!stopped && head != null && head.state() == Segment.State.DONE) {
          List<ObjectSummary> objects = head.objects();
          head = head.next();
          held -= objects.size();
          changed.signalAll();
          if (!objects.isEmpty()) {
            return Optional.of(objects);
          }
        }
        if (head == null) {
          return Optional.empty();
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
      asking--;
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
