package dev.shardline.labelling;

import dev.shardline.listing.KeyPattern;
import dev.shardline.listing.LinearPattern;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;

/// Matches keys with a pattern, in one pass where pattern and key are simple enough. For one
/// thread.
final class KeyMatcher {
  private final Optional<LinearPattern> linear;
  private final Matcher matcher;
  private final List<String> groups;
  private final int[] borders;

  KeyMatcher(KeyPattern pattern) {
    this.linear = pattern.linear();
    this.matcher = pattern.matcher();
    this.groups = pattern.groups();
    this.borders = new int[2 * groups.size()];
  }

  /// Whether the pattern matches the whole key; then its groups are known.
  boolean matches(KeyText key) {
    if (linear.isPresent() && key.isAscii()) {
      return key.matches(linear.get(), borders);
    }
    if (!matcher.reset(key).matches()) {
      return false;
    }
    for (int group = 0; group < groups.size(); group++) {
      borders[2 * group] = matcher.start(groups.get(group));
      borders[2 * group + 1] = matcher.end(groups.get(group));
    }
    return true;
  }

  /// Where a group of the last match starts; negative if it took no part.
  int start(int group) {
    return borders[2 * group];
  }

  /// Where a group of the last match ends.
  int end(int group) {
    return borders[2 * group + 1];
  }
}
