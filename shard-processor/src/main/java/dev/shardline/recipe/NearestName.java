package dev.shardline.recipe;

import dev.shardline.config.Section;
import java.util.SortedSet;

/// Words the message for a name that is not among the known ones.
final class NearestName {
  private NearestName() {}

  /// @param noun what is named: `step`
  static String unknown(String noun, String name, SortedSet<String> known) {
    String hint =
        Section.nearest(name, known)
            .map(guess -> "did you mean `" + guess + "`?")
            .orElse(known.isEmpty() ? "there are none" : "there are: " + String.join(", ", known));
    return "There is no %s `%s`; %s".formatted(noun, name, hint);
  }
}
