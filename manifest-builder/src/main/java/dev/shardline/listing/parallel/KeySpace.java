package dev.shardline.listing.parallel;

import dev.shardline.storage.ObjectSummary;
import java.util.ArrayList;
import java.util.List;

/// How the keys of a territory are made: which characters stand at each place and how often, so
/// that a key can be read as a number and a number as a key. For the thread that holds the
/// frontier's lock.
final class KeySpace {
  /// Keys of a page that are looked at.
  private static final int LOOKED_AT = 16;

  /// A double tells apart about so many characters in a row.
  static final int WINDOW = 10;

  private final int prefixLength;
  private final List<Alphabet> alphabets = new ArrayList<>();

  KeySpace(int prefixLength) {
    this.prefixLength = prefixLength;
  }

  int prefixLength() {
    return prefixLength;
  }

  void learn(List<ObjectSummary> page) {
    int step = Math.max(1, page.size() / LOOKED_AT);
    for (int i = 0; i < page.size(); i += step) {
      learn(page.get(i).location().key());
    }
    if (!page.isEmpty()) {
      learn(page.getLast().location().key());
    }
  }

  private void learn(String key) {
    for (int place = prefixLength; place < key.length(); place++) {
      alphabet(place).see(key.charAt(place));
    }
  }

  private Alphabet alphabet(int place) {
    while (alphabets.size() <= place - prefixLength) {
      alphabets.add(new Alphabet());
    }
    return alphabets.get(place - prefixLength);
  }

  /// Reads the characters from `place` on as a number in 0..1, by their shares: keys that are
  /// spread as those seen so far are evenly spread as numbers.
  double fraction(String key, int place) {
    double value = 0;
    double weight = 1;
    for (int i = place; i < Math.min(place + WINDOW, key.length()); i++) {
      Alphabet alphabet = alphabet(i);
      int index = alphabet.indexOf(key.charAt(i));
      value += weight * alphabet.shareBefore(index);
      weight *= alphabet.share(index);
    }
    return value;
  }

  /// The characters that [#fraction] reads as `value`, which lies in 0..1.
  String characters(double value, int place) {
    StringBuilder characters = new StringBuilder();
    double rest = value;
    for (int i = place; i < place + WINDOW && !alphabet(i).isEmpty(); i++) {
      Alphabet alphabet = alphabet(i);
      int index = alphabet.indexAt(rest);
      characters.append(alphabet.character(index));
      rest = Math.clamp((rest - alphabet.shareBefore(index)) / alphabet.share(index), 0, 1);
    }
    return characters.toString();
  }
}
