package dev.shardline.build;

import dev.shardline.column.EtagColumn;
import dev.shardline.column.TextColumn;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;

/// Text on its way to a file, as growing UTF-8 bytes. For one thread.
final class TextBuffer {
  private static final int FIRST_CAPACITY = 1 << 16;
  private static final int LONGEST_NUMBER = 20;

  private byte[] bytes = new byte[FIRST_CAPACITY];
  private int length;

  /// How many bytes it holds.
  int length() {
    return length;
  }

  /// The array whose first [#length()] bytes are the text. Valid until more is put.
  byte[] bytes() {
    return bytes;
  }

  void clear() {
    length = 0;
  }

  /// Removes the first bytes of the text.
  void removeFirst(int count) {
    length -= count;
    System.arraycopy(bytes, count, bytes, 0, length);
  }

  /// Goes on in another array with what follows the first bytes: those are left to whoever asked
  /// for the array.
  ///
  /// @param other its content is of no use
  void exchange(int count, byte[] other) {
    byte[] before = bytes;
    int rest = length - count;
    bytes = other;
    length = 0;
    put(before, count, rest);
  }

  void put(byte[] source, int offset, int count) {
    reserve(count);
    System.arraycopy(source, offset, bytes, length, count);
    length += count;
  }

  void put(byte[] source) {
    put(source, 0, source.length);
  }

  void put(String text) {
    put(text.getBytes(StandardCharsets.UTF_8));
  }

  void put(char ascii) {
    reserve(1);
    bytes[length++] = (byte) ascii;
  }

  void put(TextColumn column, int row) {
    int start = column.start(row);
    put(column.bytes(row), start, column.end(row) - start);
  }

  void put(EtagColumn column, int row) {
    reserve(2 * column.encodedLength(row));
    length += column.copy(row, bytes, length);
  }

  /// A whole number of at least 0 in decimal.
  void put(long number) {
    reserve(LONGEST_NUMBER);
    int end = length + digits(number);
    long rest = number;
    for (int place = end - 1; place >= length; place--) {
      bytes[place] = (byte) ('0' + rest % 10);
      rest /= 10;
    }
    length = end;
  }

  private static int digits(long number) {
    int digits = 1;
    for (long bound = 10; digits < 19 && number >= bound; bound *= 10) {
      digits++;
    }
    return digits;
  }

  private void reserve(int count) {
    if (count > bytes.length - length) {
      grow(count);
    }
  }

  private void grow(int count) {
    int wanted = Math.max(Math.addExact(length, count), FIRST_CAPACITY);
    bytes = Arrays.copyOf(bytes, Math.max(wanted, bytes.length * 2));
  }
}
