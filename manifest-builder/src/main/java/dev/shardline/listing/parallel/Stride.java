package dev.shardline.listing.parallel;

import dev.shardline.storage.ListRequest;
import dev.shardline.storage.ObjectSummary;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/// How far apart keys lie, as the last page showed.
///
/// @param place where in a key the characters begin that are read as a number
/// @param pageLength by how much that number grows over a page's worth of keys
/// @param seenAt the key up to which the page told
record Stride(int place, double pageLength, String seenAt) {
  /// So many places before the first that differs may change while the stride is used.
  private static final int CARRIES = 3;

  /// A page that ends a little early costs less than one that leaves a few keys for a request of
  /// their own.
  private static final double MARGIN = 0.92;

  /// Halves of a page may differ so much by chance.
  private static final double ALIKE = 0.2;

  private static final int FEWEST_KEYS = 32;

  /// The stride at the end of a page: that of its last half where the halves differ much. Absent if
  /// the page has too few keys to tell.
  static @Nullable Stride of(KeySpace space, List<ObjectSummary> page) {
    if (page.size() < FEWEST_KEYS) {
      return null;
    }
    int middle = page.size() / 2;
    Stride last = of(space, page, middle);
    Stride whole = of(space, page, 0);
    boolean alike =
        last != null
            && whole != null
            && last.place == whole.place
            && Math.abs(last.pageLength / whole.pageLength - 1) < ALIKE;
    return alike ? whole : last;
  }

  private static @Nullable Stride of(KeySpace space, List<ObjectSummary> page, int first) {
    String from = page.get(first).location().key();
    String to = page.getLast().location().key();
    int place = place(space, from, to);
    double growth = space.fraction(to, place) - space.fraction(from, place);
    double keys = page.size() - 1.0 - first;
    return growth > 0 ? new Stride(place, growth / keys * ListRequest.PAGE * MARGIN, to) : null;
  }

  private static int place(KeySpace space, String from, String to) {
    int differs = KeySpace.commonLength(from, to);
    int place = Math.max(space.prefixLength(), differs - CARRIES);
    boolean inCharacter = place > 0 && Character.isHighSurrogate(from.charAt(place - 1));
    return inCharacter ? place - 1 : place;
  }

  /// A key about a page after `key`; empty if the key is not of the kind the stride was taken from.
  Optional<String> nextPage(KeySpace space, String key) {
    if (key.length() < place) {
      return Optional.empty();
    }
    double value = space.fraction(key, place) + pageLength;
    return value < 1 ? Optional.of(space.key(key, place, value)) : Optional.empty();
  }
}
