package dev.shardline.listing;

import java.util.Arrays;
import java.util.List;
import java.util.Optional;

/// A regular expression of the simple kind that most patterns for keys are, matched against ASCII
/// bytes in one pass: literal characters, `\d`, `.` and classes of ASCII characters, each once, `+`
/// or `*`, and named groups, one behind the other. A repeated class must not hold what may follow
/// it, so that taking as much as possible is the only way to match; then the result is that of
/// [java.util.regex.Pattern], to which all other expressions and texts are left.
public final class LinearPattern {
  private static final int ASCII = 128;

  private final List<Element> elements;

  private LinearPattern(List<Element> elements) {
    this.elements = List.copyOf(elements);
  }

  /// One step of a match.
  sealed interface Element {
    /// Characters of a class.
    ///
    /// @param accepted for each ASCII character whether it is one; never changed
    /// @param repeated whether as many as there are
    /// @param optional whether none will do
    @SuppressWarnings("ArrayRecordComponent") // never compared
    record Characters(boolean[] accepted, boolean repeated, boolean optional) implements Element {}

    /// Where a group begins or ends.
    ///
    /// @param slot twice the group's number, one more for its end
    record Border(int slot) implements Element {}
  }

  /// The expression in this form, if it has one.
  static Optional<LinearPattern> of(String regex) {
    return new LinearPatternParser(regex)
        .elements()
        .filter(LinearPattern::isDeterminate)
        .map(LinearPattern::new);
  }

  /// Whether no repeated class holds a character that may come behind it.
  private static boolean isDeterminate(List<Element> elements) {
    boolean[] next = new boolean[ASCII];
    for (Element element : elements.reversed()) {
      if (element
          instanceof Element.Characters(boolean[] accepted, boolean repeated, boolean none)) {
        if (repeated && overlap(accepted, next)) {
          return false;
        }
        next = none ? union(accepted, next) : accepted;
      }
    }
    return true;
  }

  private static boolean overlap(boolean[] first, boolean[] second) {
    for (int c = 0; c < ASCII; c++) {
      if (first[c] && second[c]) {
        return true;
      }
    }
    return false;
  }

  private static boolean[] union(boolean[] first, boolean[] second) {
    boolean[] both = Arrays.copyOf(first, ASCII);
    for (int c = 0; c < ASCII; c++) {
      both[c] |= second[c];
    }
    return both;
  }

  /// Matches a whole text of ASCII characters.
  ///
  /// @param borders takes for each group, in the order in which they open, where it starts and ends
  ///   in `bytes`; has room for them
  /// @return whether it matches; if not, `borders` hold nothing of use
  public boolean matches(byte[] bytes, int start, int end, int[] borders) {
    int place = start;
    for (Element element : elements) {
      switch (element) {
        case Element.Border(int slot) -> borders[slot] = place;
        case Element.Characters characters -> {
          int behind =
              characters.repeated()
                  ? run(characters, bytes, place, end)
                  : one(characters, bytes, place, end);
          if (behind == place && !characters.optional()) {
            return false;
          }
          place = behind;
        }
      }
    }
    return place == end;
  }

  private static int run(Element.Characters characters, byte[] bytes, int start, int end) {
    boolean[] accepted = characters.accepted();
    int place = start;
    while (place < end && accepted[bytes[place]]) {
      place++;
    }
    return place;
  }

  private static int one(Element.Characters characters, byte[] bytes, int place, int end) {
    return place < end && characters.accepted()[bytes[place]] ? place + 1 : place;
  }
}
