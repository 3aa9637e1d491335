package dev.shardline.listing.parallel;

import java.util.Arrays;
import java.util.Collection;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;

/// The characters that may stand at one place of a key, in order, and what share of the keys has
/// each: those seen, and the others of their kind (one digit seen means that all may come).
///
/// As keys come in order, the first of them show only some of the characters of a place: those that
/// come later are unseen. So all of a kind are taken to be equally frequent until the place has run
/// through its characters so often that chance does not explain how uneven they are: strides that
/// follow chance would end too far or too near. Surrogates are left out: half a character must not
/// be guessed.
final class Alphabet {
  private final TreeMap<Character, Integer> seen = new TreeMap<>();
  private char[] characters = {};

  /// Before each character, the sum of the shares of those before it; 1 at the end.
  private double[] shareBefore = {0};

  private int runs;
  private boolean stale;

  void see(char character) {
    if (!Character.isSurrogate(character)) {
      seen.merge(character, 1, Integer::sum);
      stale = true;
    }
  }

  /// The characters before this place have changed: it begins anew.
  void runThrough() {
    runs++;
  }

  boolean isEmpty() {
    return seen.isEmpty();
  }

  /// The first character of the alphabet that is not before `character`, as an index; the
  /// alphabet's size if there is none.
  int indexOf(char character) {
    refresh();
    int found = Arrays.binarySearch(characters, character);
    return found >= 0 ? found : -found - 1;
  }

  /// The character in whose share `value` (in 0..1) falls, as an index.
  int indexAt(double value) {
    refresh();
    int found = Arrays.binarySearch(shareBefore, value);
    return Math.clamp(found >= 0 ? found : -found - 2, 0, characters.length - 1);
  }

  char character(int index) {
    return characters[index];
  }

  /// The share of all characters before the one at `index`, which may be the alphabet's size.
  double shareBefore(int index) {
    return shareBefore[index];
  }

  /// The share of the character at `index`; 0 beyond the last.
  double share(int index) {
    return index < characters.length ? shareBefore[index + 1] - shareBefore[index] : 0;
  }

  private void refresh() {
    if (!stale) {
      return;
    }
    TreeMap<Character, Double> weights = new TreeMap<>();
    boolean hexadecimal = has('0', '9') && !has('g', 'z') && !has('G', 'Z');
    seen.forEach((character, count) -> weights.put(character, (double) count));
    addKind(weights, '0', '9');
    addKind(weights, 'a', hexadecimal ? 'f' : 'z');
    addKind(weights, 'A', hexadecimal ? 'F' : 'Z');
    tabulate(weights);
    stale = false;
  }

  private void tabulate(SortedMap<Character, Double> weights) {
    double total = weights.values().stream().mapToDouble(Double::doubleValue).sum();
    characters = new char[weights.size()];
    shareBefore = new double[weights.size() + 1];
    int index = 0;
    double sum = 0;
    for (Map.Entry<Character, Double> entry : weights.entrySet()) {
      characters[index] = entry.getKey();
      sum += entry.getValue();
      index++;
      shareBefore[index] = sum / total;
    }
  }

  private void addKind(Map<Character, Double> weights, char first, char last) {
    Map<Character, Integer> counts = seen.subMap(first, true, last, true);
    if (counts.isEmpty()) {
      return;
    }
    int kinds = last - first + 1;
    double supposed = counts.values().stream().mapToInt(Integer::intValue).sum() / (double) kinds;
    double belief = belief(counts.values(), supposed, kinds);
    for (char c = first; c <= last; c++) {
      weights.put(c, belief * counts.getOrDefault(c, 0) + (1 - belief) * supposed);
    }
  }

  /// How much of what was seen is more than chance, of which every run through the place is one
  /// draw (James and Stein's estimator): numbers come out even, months and words do not.
  private double belief(Collection<Integer> counts, double supposed, int kinds) {
    double squares = counts.stream().mapToDouble(count -> (double) count * count).sum();
    double unevenness = squares / (kinds * supposed * supposed) - 1;
    return Math.max(0, 1 - (kinds - 1) / (runs * unevenness));
  }

  private boolean has(char first, char last) {
    return !seen.subMap(first, true, last, true).isEmpty();
  }
}
