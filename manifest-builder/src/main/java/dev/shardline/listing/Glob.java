package dev.shardline.listing;

import dev.shardline.failure.UsageException;
import java.util.regex.Pattern;
import java.util.regex.PatternSyntaxException;

/// A pattern for keys: `*` any text within a folder, `**` any text, `**/` any folders or none, `?`
/// one character within a folder, `[a-c]` or `[!a-c]` one of some characters, `{jpg,png}` one of
/// some texts, `\` takes the next character as it stands. Must match the whole key.
public final class Glob {
  private final String text;
  private final Pattern pattern;

  private Glob(String text, Pattern pattern) {
    this.text = text;
    this.pattern = pattern;
  }

  /// Reads a glob.
  ///
  /// @throws UsageException if a bracket or brace is not closed
  public static Glob parse(String text) {
    return new Glob(text, new Translation(text).pattern());
  }

  /// Whether the whole key matches.
  public boolean matches(CharSequence key) {
    return pattern.matcher(key).matches();
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
