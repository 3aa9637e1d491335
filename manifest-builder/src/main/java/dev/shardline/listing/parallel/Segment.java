package dev.shardline.listing.parallel;

import dev.shardline.storage.ObjectLocation;
import dev.shardline.storage.ObjectSummary;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/// A stretch of a territory: the keys after one and up to another. Segments form one chain without
/// gaps, in key order. For the thread that holds the frontier's lock.
final class Segment {
  /// How far a segment is.
  enum State {
    /// Nobody has asked for it.
    OPEN,
    /// Somebody has.
    ASKED,
    /// All its objects are at hand.
    DONE
  }

  private final Territory territory;
  private final String after;
  private @Nullable String upTo;
  private @Nullable Stride stride;
  private State state = State.OPEN;
  private List<ObjectSummary> objects = List.of();
  private @Nullable Segment next;

  /// @param upTo its last possible key; absent for the territory's end
  Segment(Territory territory, String after, @Nullable String upTo, @Nullable Stride stride) {
    this.territory = territory;
    this.after = after;
    this.upTo = upTo;
    this.stride = stride;
  }

  Territory territory() {
    return territory;
  }

  String after() {
    return after;
  }

  State state() {
    return state;
  }

  List<ObjectSummary> objects() {
    return objects;
  }

  @Nullable Segment next() {
    return next;
  }

  void append(@Nullable Segment following) {
    next = following;
  }

  /// Whether nobody has asked for it and nothing is known of its density.
  boolean isUnknown() {
    return state == State.OPEN && stride == null;
  }

  void asked() {
    state = State.ASKED;
  }

  /// Whether every key of the segment comes before or is `key`.
  boolean endsBy(String key) {
    return upTo != null && ObjectLocation.KEY_ORDER.compare(upTo, key) <= 0;
  }

  /// Whether every key of the segment comes after `key`.
  boolean beginsFrom(String key) {
    return ObjectLocation.KEY_ORDER.compare(after, key) >= 0;
  }

  /// Takes those of a page's sorted objects that lie in it.
  void finish(List<ObjectSummary> page) {
    int from = SortedKeys.firstAfter(page, after);
    int to = upTo == null ? page.size() : SortedKeys.firstAfter(page, upTo);
    objects = page.subList(from, to);
    state = State.DONE;
  }

  /// Ends this segment at `key`, which lies within it; the rest becomes an open segment after it.
  void cutAt(String key, @Nullable Stride strideOfRest) {
    Segment rest = new Segment(territory, key, upTo, strideOfRest);
    rest.next = next;
    next = rest;
    upTo = key;
  }

  /// Takes newer knowledge in, if what was known was seen further away.
  void learn(Stride seen) {
    if (stride != null && ObjectLocation.KEY_ORDER.compare(stride.seenAt(), seen.seenAt()) < 0) {
      stride = seen;
    }
  }

  /// Cuts about one page's worth of keys off the rest of the segment, if more than that is
  /// expected.
  void cutToPage() {
    if (stride != null) {
      Optional<String> end = stride.nextPage(territory.keySpace(), after);
      if (end.isPresent() && !beginsFrom(end.get()) && !endsBy(end.get())) {
        cutAt(end.get(), stride);
      }
    }
  }
}
