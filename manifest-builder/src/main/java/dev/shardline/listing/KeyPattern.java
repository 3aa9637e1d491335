package dev.shardline.listing;

import dev.shardline.failure.UsageException;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.regex.PatternSyntaxException;

/// A regular expression for whole keys, relative to their source, whose named groups become
/// columns: `(?<label>[^/]+)/(?<subject>[^/]+)/.*`.
public final class KeyPattern {
  private final Pattern pattern;
  private final List<String> groups;
  private final Optional<LinearPattern> linear;

  private KeyPattern(Pattern pattern, List<String> groups) {
    this.pattern = pattern;
    this.groups = groups;
    this.linear = LinearPattern.of(pattern.pattern());
  }

  /// Reads a pattern.
  ///
  /// @throws UsageException if it is no regular expression or names no group
  public static KeyPattern parse(String text) {
    try {
      Pattern pattern = Pattern.compile(text);
      List<String> groups =
          pattern.namedGroups().entrySet().stream()
              .sorted(Comparator.comparing(Map.Entry::getValue))
              .map(Map.Entry::getKey)
              .toList();
      if (groups.isEmpty()) {
        throw new UsageException(
            "The pattern \"%s\" names no group; write for example (?<label>[^/]+)/.*"
                .formatted(text));
      }
      return new KeyPattern(pattern, groups);
    } catch (PatternSyntaxException e) {
      throw new UsageException(
          "Not a regular expression: \"%s\": %s near character %d"
              .formatted(text, e.getDescription(), Math.max(0, e.getIndex()) + 1),
          e);
    }
  }

  /// The names of its groups, in the order in which they open.
  public List<String> groups() {
    return groups;
  }

  /// The text of a group in a key; empty if the key does not match or the group took no part.
  public String group(String key, String name) {
    Matcher matcher = pattern.matcher(key);
    String text = matcher.matches() && groups.contains(name) ? matcher.group(name) : null;
    return text == null ? "" : text;
  }

  /// The same pattern for keys of ASCII characters, many times as fast, where it is simple enough.
  public Optional<LinearPattern> linear() {
    return linear;
  }

  /// A matcher to be reset to whole keys. For one thread.
  public Matcher matcher() {
    return pattern.matcher("");
  }

  /// What the pattern saw of a key that it does not match: the key with a mark where it could go no
  /// further.
  public String explain(String key) {
    Matcher matcher = pattern.matcher(key);
    for (int end = key.length(); end >= 0; end--) {
      matcher.region(0, end);
      if (matcher.matches() || matcher.hitEnd()) {
        return end == key.length()
            ? "\"%s\" ends before the pattern does".formatted(key)
            : "\"%s\" fits up to here: \"%s\"".formatted(key, key.substring(0, end) + "⟨here⟩");
      }
    }
    return "\"%s\" does not fit from its first character".formatted(key);
  }

  @Override
  public String toString() {
    return pattern.pattern();
  }
}
