package dev.shardline.listing;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;

/// Reads the regular expressions that a [LinearPattern] can match, and gives up on all others.
/// Expects an expression that [java.util.regex.Pattern] has accepted. For one use.
final class LinearPatternParser {
  private static final int ASCII = 128;
  private static final String NAMED_GROUP = "(?<";

  /// What means something outside of classes and is not read here.
  private static final String BEYOND = "|^$?*+{}()[\\";

  /// What may stand behind a backslash to stand for itself.
  private static final String ESCAPABLE = ".\\-_/|^$?*+{}()[]";

  /// What `.` does not take among ASCII characters.
  private static final String LINE_ENDS = "\n\r";

  private final String regex;
  private final List<LinearPattern.Element> elements = new ArrayList<>();
  private int place;
  private int groups;
  private boolean inGroup;

  LinearPatternParser(String regex) {
    this.regex = regex;
  }

  /// The expression's elements; empty if it is of another kind.
  Optional<List<LinearPattern.Element>> elements() {
    while (place < regex.length()) {
      if (!readNext()) {
        return Optional.empty();
      }
    }
    return Optional.of(elements);
  }

  private boolean readNext() {
    if (regex.startsWith(NAMED_GROUP, place)) {
      return openGroup();
    }
    if (regex.charAt(place) == ')') {
      return closeGroup();
    }
    return characters().map(this::repeat).orElse(false);
  }

  private boolean openGroup() {
    int name = place + NAMED_GROUP.length();
    if (inGroup || regex.startsWith("=", name) || regex.startsWith("!", name)) {
      return false;
    }
    elements.add(new LinearPattern.Element.Border(2 * groups));
    inGroup = true;
    place = regex.indexOf('>', name) + 1;
    return true;
  }

  private boolean closeGroup() {
    elements.add(new LinearPattern.Element.Border(2 * groups + 1));
    groups++;
    inGroup = false;
    place++;
    return place == regex.length() || "?*+{".indexOf(regex.charAt(place)) < 0;
  }

  /// Reads how often the class comes.
  private boolean repeat(boolean[] accepted) {
    char quantifier = place < regex.length() ? regex.charAt(place) : ' ';
    boolean repeated = quantifier == '+' || quantifier == '*';
    if (repeated) {
      place++;
    }
    elements.add(new LinearPattern.Element.Characters(accepted, repeated, quantifier == '*'));
    return place == regex.length() || "?*+{".indexOf(regex.charAt(place)) < 0;
  }

  private Optional<boolean[]> characters() {
    char c = regex.charAt(place++);
    return switch (c) {
      case '.' -> Optional.of(allBut(LINE_ENDS));
      case '[' -> bracket();
      case '\\' -> escaped();
      default -> c < ASCII && BEYOND.indexOf(c) < 0 ? Optional.of(only(c, c)) : Optional.empty();
    };
  }

  private Optional<boolean[]> escaped() {
    char c = place < regex.length() ? regex.charAt(place++) : ' ';
    if (c == 'd') {
      return Optional.of(only('0', '9'));
    }
    return ESCAPABLE.indexOf(c) >= 0 ? Optional.of(only(c, c)) : Optional.empty();
  }

  /// A class of plain characters and ranges.
  private Optional<boolean[]> bracket() {
    int end = regex.indexOf(']', place + 1);
    boolean negated = regex.startsWith("^", place);
    String inside = end < 0 ? "" : regex.substring(negated ? place + 1 : place, end);
    if (inside.isEmpty() || inside.chars().anyMatch(c -> c >= ASCII || "[\\^&".indexOf(c) >= 0)) {
      return Optional.empty();
    }
    place = end + 1;
    boolean[] accepted = new boolean[ASCII];
    for (int i = 0; i < inside.length(); i++) {
      boolean range = i + 2 < inside.length() && inside.charAt(i + 1) == '-';
      char last = inside.charAt(range ? i + 2 : i);
      Arrays.fill(accepted, inside.charAt(i), last + 1, true);
      i += range ? 2 : 0;
    }
    return Optional.of(negated ? complement(accepted) : accepted);
  }

  private static boolean[] only(char first, char last) {
    boolean[] accepted = new boolean[ASCII];
    Arrays.fill(accepted, first, last + 1, true);
    return accepted;
  }

  private static boolean[] allBut(String characters) {
    boolean[] accepted = new boolean[ASCII];
    characters.chars().forEach(c -> accepted[c] = true);
    return complement(accepted);
  }

  private static boolean[] complement(boolean[] accepted) {
    boolean[] others = new boolean[ASCII];
    for (int c = 0; c < ASCII; c++) {
      others[c] = !accepted[c];
    }
    return others;
  }
}
