package dev.shardline.listing.parallel;

import dev.shardline.storage.ObjectSummary;
import java.util.ArrayList;
import java.util.List;

/// How the keys of a territory are made: which characters stand at each place and how often, so
/// that a key can be read as a number and a number as a key. A place is counted from the last
/// slash, so that file names in folders of different names are alike. For the thread that holds the
/// frontier's lock.
final class KeySpace {
  /// Keys of a page that are looked at.
  private static final int LOOKED_AT = 16;

  /// A difference that a double can still tell in a sum of shares.
  private static final double FINEST = 1e-9;

  private final int prefixLength;

  /// By the number of slashes before, then by the number of characters since the last.
  private final List<List<Alphabet>> alphabets = new ArrayList<>();

  KeySpace(int prefixLength) {
    this.prefixLength = prefixLength;
  }

  int prefixLength() {
    return prefixLength;
  }

  /// Takes some keys of a page in, which must be in order.
  void learn(List<ObjectSummary> page) {
    int step = Math.max(1, page.size() / LOOKED_AT);
    String before = "";
    for (int i = 0; i < page.size(); i += step) {
      String key = page.get(i).location().key();
      learn(key, before);
      before = key;
    }
  }

  private void learn(String key, String before) {
    int same = commonLength(key, before);
    Place place = new Place();
    for (int i = prefixLength; i < key.length(); i++) {
      Alphabet alphabet = place.alphabet();
      alphabet.see(key.charAt(i));
      if (i > same && !before.isEmpty()) {
        alphabet.runThrough();
      }
      place.pass(key.charAt(i));
    }
  }

  /// How many characters two keys have in common at their beginning.
  static int commonLength(String a, String b) {
    int length = Math.min(a.length(), b.length());
    int same = 0;
    while (same < length && a.charAt(same) == b.charAt(same)) {
      same++;
    }
    return same;
  }

  /// Reads the characters from index `from` on as a number in 0..1, by their shares: keys that are
  /// spread as those seen so far are evenly spread as numbers.
  double fraction(String key, int from) {
    double value = 0;
    double weight = 1;
    Place place = placeOf(key, from);
    for (int i = from; i < key.length() && weight > FINEST; i++) {
      Alphabet alphabet = place.alphabet();
      int index = alphabet.indexOf(key.charAt(i));
      value += weight * alphabet.shareBefore(index);
      weight *= alphabet.share(index);
      place.pass(key.charAt(i));
    }
    return value;
  }

  /// The key that begins as `key` does up to index `from` and goes on with characters that
  /// [#fraction] reads as `value`, which lies in 0..1.
  String key(String key, int from, double value) {
    StringBuilder made = new StringBuilder(key.substring(0, from));
    Place place = placeOf(key, from);
    double rest = value;
    double weight = 1;
    while (weight > FINEST && !place.alphabet().isEmpty()) {
      Alphabet alphabet = place.alphabet();
      int index = alphabet.indexAt(rest);
      rest = Math.clamp((rest - alphabet.shareBefore(index)) / alphabet.share(index), 0, 1);
      made.append(alphabet.character(index));
      weight *= alphabet.share(index);
      place.pass(alphabet.character(index));
    }
    return made.toString();
  }

  private Place placeOf(String key, int index) {
    Place place = new Place();
    for (int i = prefixLength; i < index; i++) {
      place.pass(key.charAt(i));
    }
    return place;
  }

  /// A place in a key, as one goes through it.
  private final class Place {
    private int slashes;
    private int sinceSlash;

    void pass(char character) {
      if (character == '/') {
        slashes++;
        sinceSlash = 0;
      } else {
        sinceSlash++;
      }
    }

    Alphabet alphabet() {
      while (alphabets.size() <= slashes) {
        alphabets.add(new ArrayList<>());
      }
      List<Alphabet> folder = alphabets.get(slashes);
      while (folder.size() <= sinceSlash) {
        folder.add(new Alphabet());
      }
      return folder.get(sinceSlash);
    }
  }
}
