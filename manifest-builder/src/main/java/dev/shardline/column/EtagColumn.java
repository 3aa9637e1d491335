package dev.shardline.column;

import java.lang.invoke.MethodHandles;
import java.lang.invoke.VarHandle;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;

/// A growing column of entity tags. An even number of lower-case hexadecimal digits, as most stores
/// give, is kept in half the space; every tag comes out as it went in.
public final class EtagColumn {
  /// What an MD5 digest in hexadecimal takes here.
  public static final int PACKED_MD5_LENGTH = 17;

  private static final byte PLAIN = 0;
  private static final byte PACKED = 1;
  private static final byte[] DIGITS = "0123456789abcdef".getBytes(StandardCharsets.US_ASCII);
  private static final byte[] NIBBLES = new byte[1 << Byte.SIZE];

  /// The two digits of each byte, the first one in the upper half.
  private static final short[] PAIRS = new short[1 << Byte.SIZE];

  private static final VarHandle SHORT =
      MethodHandles.byteArrayViewVarHandle(short[].class, ByteOrder.BIG_ENDIAN);

  static {
    Arrays.fill(NIBBLES, (byte) -1);
    for (byte value = 0; value < DIGITS.length; value++) {
      NIBBLES[DIGITS[value]] = value;
    }
    for (int value = 0; value < PAIRS.length; value++) {
      PAIRS[value] = (short) (DIGITS[value >>> 4] << Byte.SIZE | DIGITS[value & 0xF]);
    }
  }

  private final TextColumn encoded;
  private byte[] buffer = new byte[64];

  public EtagColumn() {
    this(new TextColumn());
  }

  private EtagColumn(TextColumn encoded) {
    this.encoded = encoded;
  }

  /// How many rows there are.
  public int size() {
    return encoded.size();
  }

  public void add(String etag) {
    byte[] utf8 = etag.getBytes(StandardCharsets.UTF_8);
    add(utf8, 0, utf8.length);
  }

  /// Appends a tag's UTF-8 bytes.
  public void add(byte[] source, int offset, int length) {
    if (length == 0) {
      encoded.add(source, offset, 0);
      return;
    }
    if (buffer.length <= length) {
      buffer = new byte[length * 2];
    }
    if (length % 2 == 0 && pack(source, offset, length)) {
      encoded.add(buffer, 0, length / 2 + 1);
    } else {
      buffer[0] = PLAIN;
      System.arraycopy(source, offset, buffer, 1, length);
      encoded.add(buffer, 0, length + 1);
    }
  }

  /// Puts the digits' values into the buffer.
  ///
  /// @return whether all are digits
  private boolean pack(byte[] source, int offset, int length) {
    buffer[0] = PACKED;
    int valid = 0;
    for (int i = 0; i < length / 2; i++) {
      int value = nibble(source[offset + 2 * i]) << 4 | nibble(source[offset + 2 * i + 1]);
      buffer[i + 1] = (byte) value;
      valid |= value; // negative if either is no digit
    }
    return valid >= 0;
  }

  private static int nibble(byte digit) {
    return NIBBLES[digit & 0xFF];
  }

  /// A row's tag.
  public String text(int row) {
    byte[] text = new byte[2 * encoded.length(row)];
    return new String(text, 0, copy(row, text, 0), StandardCharsets.UTF_8);
  }

  /// Puts the tag's UTF-8 bytes into `target`, which has room for twice [#encodedLength].
  ///
  /// @return how many bytes were put
  public int copy(int row, byte[] target, int offset) {
    byte[] bytes = encoded.bytes(row);
    int start = encoded.start(row);
    int end = encoded.end(row);
    if (start == end) {
      return 0;
    }
    if (bytes[start] == PLAIN) {
      System.arraycopy(bytes, start + 1, target, offset, end - start - 1);
      return end - start - 1;
    }
    int place = offset;
    for (int i = start + 1; i < end; i++, place += Short.BYTES) {
      SHORT.set(target, place, PAIRS[bytes[i] & 0xFF]);
    }
    return place - offset;
  }

  /// How many bytes a row takes here.
  public int encodedLength(int row) {
    return encoded.length(row);
  }

  /// Whether the row's tag is kept as it stands: it is not made of hexadecimal digits only.
  public boolean isPlain(int row) {
    return encoded.length(row) > 0 && encoded.bytes(row)[encoded.start(row)] == PLAIN;
  }

  /// The column in its packed form, equal where tags are equal. Not to be changed.
  public TextColumn encoded() {
    return encoded;
  }

  /// A column with these rows in this order.
  public EtagColumn select(int[] rows) {
    return new EtagColumn(encoded.select(rows));
  }

  /// Gives back what is reserved and not needed.
  public void trim() {
    encoded.trim();
  }
}
