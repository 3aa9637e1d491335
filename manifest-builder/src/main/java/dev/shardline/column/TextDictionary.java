package dev.shardline.column;

import dev.shardline.digest.StableHash;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;

/// Numbers different texts from 0 in the order in which they first come. For one thread while it is
/// filled.
public final class TextDictionary {
  /// Stands for "no such text".
  public static final int ABSENT = -1;

  private static final int FIRST_SLOTS = 64;

  private final TextColumn texts = new TextColumn();
  private int[] slots = emptySlots(FIRST_SLOTS);

  /// The text added last: of sorted things many have the same one after each other.
  private int last = ABSENT;

  private static int[] emptySlots(int count) {
    int[] slots = new int[count];
    Arrays.fill(slots, ABSENT);
    return slots;
  }

  /// How many different texts there are.
  public int size() {
    return texts.size();
  }

  /// The text with this number.
  public String text(int code) {
    return texts.text(code);
  }

  /// All texts, by number. Not to be changed.
  public TextColumn texts() {
    return texts;
  }

  /// The number of a text, which is added if it is new.
  public int add(byte[] source, int offset, int length) {
    if (last == ABSENT || !texts.equals(last, source, offset, offset + length)) {
      last = lookUp(source, offset, length);
    }
    return last;
  }

  private int lookUp(byte[] source, int offset, int length) {
    int slot = slot(source, offset, length);
    if (slots[slot] != ABSENT) {
      return slots[slot];
    }
    int code = texts.size();
    texts.add(source, offset, length);
    slots[slot] = code;
    if (texts.size() * 2L > slots.length) {
      grow();
    }
    return code;
  }

  /// As [#add(byte[], int, int)].
  public int add(String text) {
    byte[] utf8 = text.getBytes(StandardCharsets.UTF_8);
    return add(utf8, 0, utf8.length);
  }

  /// The number of a text, [#ABSENT] if it is not here.
  public int find(byte[] source, int offset, int length) {
    return slots[slot(source, offset, length)];
  }

  /// As [#find(byte[], int, int)].
  public int find(String text) {
    byte[] utf8 = text.getBytes(StandardCharsets.UTF_8);
    return find(utf8, 0, utf8.length);
  }

  private int slot(byte[] source, int offset, int length) {
    int mask = slots.length - 1;
    int slot = (int) StableHash.of(source, offset, length) & mask;
    while (slots[slot] != ABSENT && !texts.equals(slots[slot], source, offset, offset + length)) {
      slot = (slot + 1) & mask;
    }
    return slot;
  }

  private void grow() {
    slots = emptySlots(Math.multiplyExact(slots.length, 2));
    int mask = slots.length - 1;
    for (int code = 0; code < texts.size(); code++) {
      int slot =
          (int) StableHash.of(texts.bytes(code), texts.start(code), texts.length(code)) & mask;
      while (slots[slot] != ABSENT) {
        slot = (slot + 1) & mask;
      }
      slots[slot] = code;
    }
  }

  /// The numbers of all texts, in the order of the texts' UTF-8 bytes.
  public int[] sortedCodes() {
    return TextOrder.of(texts);
  }
}
