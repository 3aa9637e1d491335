package dev.shardline.listing;

import dev.shardline.failure.UsageException;
import java.util.regex.Pattern;
import java.util.regex.PatternSyntaxException;

/// A pattern for keys: `*` any text within a folder, `**` any text, `**/` any folders or none, `?`
/// one character within a folder, `[a-c]` or `[!a-c]` one of some characters, `{jpg,png}` one of
/// some texts, `\` takes the next character as it stands. Must match the whole key.
public final class Glob {
  private static final String ANY_FOLDERS = "**/";
  private static final String SPECIAL = "*?[{}\\,";

  private final String text;
  private final boolean nameOnly;
  private final String start;
  private final String end;
  private final Pattern pattern;

  /// @param nameOnly whether the pattern is for what follows the last `/` of a key, whatever its
  ///   folders
  private Glob(String text, boolean nameOnly, Pattern pattern) {
    String matched = nameOnly ? text.substring(ANY_FOLDERS.length()) : text;
    this.text = text;
    this.nameOnly = nameOnly;
    this.start = matched.substring(0, literalStart(matched));
    this.end = matched.substring(literalEnd(matched));
    this.pattern = pattern;
  }

  /// Reads a glob.
  ///
  /// @throws UsageException if a bracket or brace is not closed
  public static Glob parse(String text) {
    boolean nameOnly =
        text.startsWith(ANY_FOLDERS)
            && text.indexOf('/', ANY_FOLDERS.length()) < 0
            && text.indexOf("**", ANY_FOLDERS.length()) < 0;
    String matched = nameOnly ? text.substring(ANY_FOLDERS.length()) : text;
    return new Glob(text, nameOnly, new Translation(matched).pattern());
  }

  private static int literalStart(String glob) {
    int length = 0;
    while (length < glob.length() && SPECIAL.indexOf(glob.charAt(length)) < 0) {
      length++;
    }
    return length;
  }

  private static int literalEnd(String glob) {
    int from = glob.length();
    while (from > 0 && (SPECIAL + "]").indexOf(glob.charAt(from - 1)) < 0) {
      from--;
    }
    return from;
  }

  /// Whether the whole key matches.
  public boolean matches(String key) {
    int from = nameOnly ? key.lastIndexOf('/') + 1 : 0;
    return key.startsWith(start, from)
        && key.endsWith(end)
        && pattern.matcher(key).region(from, key.length()).matches();
  }

  @Override
  public String toString() {
    return text;
  }

  /// One pass from a glob to a regular expression.
  private static final class Translation {
    private final String glob;
    private final StringBuilder regex = new StringBuilder();
    private int place;
    private boolean inBraces;

    Translation(String glob) {
      this.glob = glob;
    }

    Pattern pattern() {
      while (place < glob.length()) {
        next();
      }
      if (inBraces) {
        throw malformed("a '}' for its '{'");
      }
      try {
        return Pattern.compile(regex.toString(), Pattern.DOTALL);
      } catch (PatternSyntaxException e) {
        throw malformed(e.getDescription());
      }
    }

    private void next() {
      char c = glob.charAt(place++);
      switch (c) {
        case '*' -> star();
        case '?' -> regex.append("[^/]");
        case '[' -> characters();
        case '{' -> openBraces();
        case '}' -> closeBraces();
        case ',' -> regex.append(inBraces ? "|" : ",");
        case '\\' -> literal(place < glob.length() ? glob.charAt(place++) : '\\');
        default -> literal(c);
      }
    }

    private void star() {
      if (!glob.startsWith("*", place)) {
        regex.append("[^/]*");
        return;
      }
      place++;
      boolean wholeFolder = place == 2 || glob.charAt(place - 3) == '/';
      if (wholeFolder && glob.startsWith("/", place)) {
        place++;
        regex.append("(?:.*/)?");
      } else {
        regex.append(".*");
      }
    }

    private void characters() {
      int end = glob.indexOf(']', place + 1);
      if (end < 0) {
        throw malformed("a ']' for its '['");
      }
      String inside = glob.substring(place, end).replace("\\", "\\\\").replace("[", "\\[");
      boolean negated = inside.startsWith("!");
      regex.append(negated ? "[^/" + inside.substring(1) : "[" + inside.replace("^", "\\^"));
      regex.append(']');
      place = end + 1;
    }

    private void openBraces() {
      if (inBraces) {
        throw malformed("no '{' inside '{'");
      }
      inBraces = true;
      regex.append("(?:");
    }

    private void closeBraces() {
      if (!inBraces) {
        literal('}');
        return;
      }
      inBraces = false;
      regex.append(')');
    }

    private void literal(char c) {
      regex.append(Pattern.quote(String.valueOf(c)));
    }

    private UsageException malformed(String expected) {
      return new UsageException(
          "Not a pattern for keys: \"%s\": expected %s".formatted(glob, expected));
    }
  }
}
