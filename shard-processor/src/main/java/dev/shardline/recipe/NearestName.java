package dev.shardline.recipe;

import java.util.Collection;
import java.util.Comparator;
import java.util.Optional;

/// Guesses which name was meant.
final class NearestName {
  private NearestName() {}

  /// A message for a name that is not among the known ones.
  ///
  /// @param noun what is named: `step`
  static String unknown(String noun, String name, Collection<String> known) {
    String hint =
        nearest(name, known)
            .map(guess -> "did you mean `" + guess + "`?")
            .orElse(known.isEmpty() ? "there are none" : "there are: " + String.join(", ", known));
    return "There is no %s `%s`; %s".formatted(noun, name, hint);
  }

  /// The known name with the smallest edit distance, if it is at most a third of the name's length
  /// (but 2 are always allowed); the first in iteration order of equals.
  static Optional<String> nearest(String name, Collection<String> known) {
    int tolerated = Math.max(2, name.length() / 3);
    return known.stream()
        .filter(candidate -> distance(name, candidate) <= tolerated)
        .min(Comparator.comparingInt(candidate -> distance(name, candidate)));
  }

  /// Levenshtein's distance.
  private static int distance(String left, String right) {
    int[] row = new int[right.length() + 1];
    for (int column = 0; column < row.length; column++) {
      row[column] = column;
    }
    for (int i = 1; i <= left.length(); i++) {
      int diagonal = row[0];
      row[0] = i;
      for (int j = 1; j < row.length; j++) {
        int substituted = diagonal + (left.charAt(i - 1) == right.charAt(j - 1) ? 0 : 1);
        diagonal = row[j];
        row[j] = Math.min(substituted, Math.min(row[j], row[j - 1]) + 1);
      }
    }
    return row[right.length()];
  }
}
