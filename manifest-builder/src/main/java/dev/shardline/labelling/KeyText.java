package dev.shardline.labelling;

import dev.shardline.column.TextColumn;
import dev.shardline.column.TextDictionary;
import dev.shardline.listing.LinearPattern;
import java.nio.charset.StandardCharsets;

/// A row of a text column as characters, without a `String` where the row is ASCII. Moves from row
/// to row; for one thread.
final class KeyText implements CharSequence {
  private final TextColumn texts;
  private byte[] bytes = new byte[0];
  private int start;
  private int length;
  private String decoded = "";
  private boolean ascii = true;

  KeyText(TextColumn texts) {
    this.texts = texts;
  }

  /// Moves to a row, leaving out its first `cut` bytes.
  KeyText at(int row, int cut) {
    bytes = texts.bytes(row);
    start = texts.start(row) + cut;
    length = texts.end(row) - start;
    ascii = hasAsciiOnly();
    if (!ascii) {
      decoded = new String(bytes, start, length, StandardCharsets.UTF_8);
      length = decoded.length();
    }
    return this;
  }

  private boolean hasAsciiOnly() {
    for (int i = start; i < start + length; i++) {
      if (bytes[i] < 0) {
        return false;
      }
    }
    return true;
  }

  /// Whether all its characters are ASCII.
  boolean isAscii() {
    return ascii;
  }

  /// Whether a pattern matches the whole text, which is ASCII.
  ///
  /// @param borders takes where the pattern's groups start and end in this text
  boolean matches(LinearPattern pattern, int[] borders) {
    if (!pattern.matches(bytes, start, start + length, borders)) {
      return false;
    }
    for (int i = 0; i < borders.length; i++) {
      borders[i] -= start;
    }
    return true;
  }

  /// The number in `dictionary` of the text from one place to another, added if it is new.
  int addTo(TextDictionary dictionary, int from, int to) {
    return ascii
        ? dictionary.add(bytes, start + from, to - from)
        : dictionary.add(decoded.substring(from, to));
  }

  @Override
  public int length() {
    return length;
  }

  @Override
  public char charAt(int index) {
    return ascii ? (char) bytes[start + index] : decoded.charAt(index);
  }

  @Override
  public CharSequence subSequence(int from, int to) {
    return toString().substring(from, to);
  }

  @Override
  public String toString() {
    return ascii ? new String(bytes, start, length, StandardCharsets.US_ASCII) : decoded;
  }
}
