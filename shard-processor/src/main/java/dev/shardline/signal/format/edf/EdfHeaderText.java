package dev.shardline.signal.format.edf;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static java.nio.charset.StandardCharsets.UTF_8;

import dev.shardline.failure.MalformedDataException;
import dev.shardline.failure.Reason;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.util.regex.Pattern;

/// The header's bytes, read field by field. Numbers are decimal text padded with blanks; what is no
/// number is refused with the field's name and offset.
final class EdfHeaderText {
  private static final Pattern WHOLE = Pattern.compile("[+-]?\\d{1,8}");
  private static final Pattern DECIMAL =
      Pattern.compile("[+-]?(\\d+([.,]\\d*)?|[.,]\\d+)([eE][+-]?\\d{1,3})?");

  private final byte[] bytes;

  EdfHeaderText(byte[] bytes) {
    this.bytes = bytes;
  }

  /// The field's text without its padding. UTF-8 where that is valid, else Latin-1, which real
  /// headers use for `µ`.
  String text(EdfField field, int offset) {
    ByteBuffer part = ByteBuffer.wrap(bytes, offset, field.width());
    try {
      return trimmed(UTF_8.newDecoder().decode(part).toString());
    } catch (CharacterCodingException notUtf8) {
      return trimmed(new String(bytes, offset, field.width(), ISO_8859_1));
    }
  }

  private static String trimmed(String text) {
    return text.replace('\0', ' ').strip();
  }

  int whole(EdfField field, int offset) throws MalformedDataException {
    String text = text(field, offset);
    if (!WHOLE.matcher(text).matches()) {
      throw malformed(field, offset, "a whole number", "'" + text + "'");
    }
    return Integer.parseInt(text);
  }

  /// A decimal number; some programs write the comma of their locale.
  double decimal(EdfField field, int offset) throws MalformedDataException {
    String text = text(field, offset);
    if (!DECIMAL.matcher(text).matches()) {
      throw malformed(field, offset, "a decimal number", "'" + text + "'");
    }
    double number = Double.parseDouble(text.replace(',', '.'));
    if (Double.isInfinite(number)) {
      throw malformed(field, offset, "a number that fits a double", "'" + text + "'");
    }
    return number;
  }

  static MalformedDataException malformed(
      EdfField field, int offset, String expected, String found) {
    return new MalformedDataException(Reason.MALFORMED, field.title(), offset, expected, found);
  }
}
