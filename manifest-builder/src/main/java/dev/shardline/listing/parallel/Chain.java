package dev.shardline.listing.parallel;

import dev.shardline.storage.ListRequest;
import dev.shardline.storage.ObjectLocation;
import dev.shardline.storage.ObjectPage;
import dev.shardline.storage.ObjectSummary;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/// What is known, what has been asked and what is still to be asked: the segments from the first
/// key not yet delivered to the last territory's end, without gaps. For one thread at a time.
final class Chain {
  /// Folders within folders within the prefix are probed, no deeper.
  private static final int DEEPEST_PROBE = 2;

  private static final int MOST_PROBES = 64;

  /// Where there are more folders than this, cutting by density does as well.
  private static final int MOST_FOLDERS = 128;

  /// Every so many questions one goes ahead to where nothing is known yet.
  private static final int EXPLORED = 4;

  private final Deque<Question.Folders> probes = new ArrayDeque<>();
  private final long mostHeld;
  private final int mostSegmentsAhead;
  private @Nullable Segment head;
  private int probesLeft = MOST_PROBES;
  private long held;
  private int asking;

  /// @param mostPages how many pages may be at hand or asked for at once
  Chain(List<Territory> territories, int mostPages) {
    for (Territory territory : territories.reversed()) {
      Segment whole = new Segment(territory, "", null, null);
      whole.append(head);
      head = whole;
      probes.addFirst(new Question.Folders(territory, new Folder(territory.prefix(), 0)));
    }
    mostHeld = (long) mostPages * ListRequest.PAGE;
    mostSegmentsAhead = mostPages;
  }

  /// Whether everything has been delivered.
  boolean isComplete() {
    return head == null;
  }

  /// How many questions have no answer yet.
  int asking() {
    return asking;
  }

  /// What to ask next; empty if nothing can be asked until an answer comes or something is
  /// delivered.
  Optional<Question> ask() {
    Optional<Question> question = keys().or(this::folders);
    asking += question.isPresent() ? 1 : 0;
    return question;
  }

  private Optional<Question> keys() {
    boolean explore = asking % EXPLORED == EXPLORED - 1;
    Segment open =
        explore ? firstUnknown().or(this::firstOpen).orElse(null) : firstOpen().orElse(null);
    boolean room = held + (asking + 1L) * ListRequest.PAGE <= mostHeld;
    if (open == null || (!room && open != head)) {
      return Optional.empty();
    }
    open.cutToPage();
    open.asked();
    return Optional.of(new Question.Keys(open.territory(), open.after()));
  }

  private Optional<Segment> firstOpen() {
    Segment segment = head;
    while (segment != null && segment.state() != Segment.State.OPEN) {
      segment = segment.next();
    }
    return Optional.ofNullable(segment);
  }

  /// The first segment that cannot be cut until a page of it is seen, not too far away.
  private Optional<Segment> firstUnknown() {
    Segment segment = head;
    for (int i = 0; i < mostSegmentsAhead && segment != null && !segment.isUnknown(); i++) {
      segment = segment.next();
    }
    return Optional.ofNullable(segment).filter(Segment::isUnknown);
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

  /// A question has failed.
  void unanswered() {
    asking--;
  }

  /// Takes an answer in: the keys that follow `after`, in order.
  void answered(Territory territory, String after, ObjectPage page) {
    asking--;
    @Nullable String last = page.more() ? page.lastKey() : null;
    if (isNews(territory, after, last)) {
      territory.keySpace().learn(page.objects());
    }
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

  /// Whether an answer tells of keys that no other told of: behind the end of a folder many
  /// questions have the same answer, which would count as often.
  private boolean isNews(Territory territory, String after, @Nullable String last) {
    for (Segment segment = head; segment != null; segment = segment.next()) {
      if (segment.territory() == territory && isCovered(segment, after, last)) {
        return true;
      }
    }
    return false;
  }

  /// Whether an answer tells of the keys from where the segment begins on.
  private static boolean isCovered(Segment segment, String after, @Nullable String last) {
    return segment.state() != Segment.State.DONE
        && segment.beginsFrom(after)
        && (last == null || !segment.beginsFrom(last));
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

  /// Takes the folders in a folder in: each may begin a segment.
  void probed(Territory territory, Folder folder, ObjectPage page) {
    asking--;
    if (page.more() || page.directories().size() > MOST_FOLDERS) {
      return;
    }
    for (ObjectLocation inner : page.directories()) {
      cutBefore(territory, inner.key());
      if (folder.depth() < DEEPEST_PROBE) {
        probes.addLast(new Question.Folders(territory, new Folder(inner, folder.depth() + 1)));
      }
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

  /// The next objects to deliver, at least one; empty if the next answer must come first, or at the
  /// end.
  Optional<List<ObjectSummary>> deliver() {
    while (head != null && head.state() == Segment.State.DONE) {
      List<ObjectSummary> objects = head.objects();
      head = head.next();
      held -= objects.size();
      if (!objects.isEmpty()) {
        return Optional.of(objects);
      }
    }
    return Optional.empty();
  }
}
