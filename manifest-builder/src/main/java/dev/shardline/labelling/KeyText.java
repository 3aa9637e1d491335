package dev.shardline.labelling;

import dev.shardline.column.TextColumn;
import dev.shardline.column.TextDictionary;
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
    ascii = isAscii();
    if (!ascii) {
      decoded = new String(bytes, start, length, StandardCharsets.UTF_8);
      length = decoded.length();
    }
    return this;
  }

  private boolean isAscii() {
    for (int i = start; i < start + length; i++) {
      if (bytes[i] < 0) {
        return false;
      }
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
