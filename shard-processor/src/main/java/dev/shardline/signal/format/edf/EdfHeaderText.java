package dev.shardline.signal.format.edf;

import dev.shardline.failure.MalformedDataException;
import dev.shardline.failure.Reason;
import dev.shardline.signal.format.raw.StoredText;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// The header's bytes, read field by field. Numbers are decimal text padded with blanks, or ended
/// by a zero byte as some programs write them; what is no number is refused with the field's name
/// and offset.
final class EdfHeaderText {
  private static final Pattern WHOLE = Pattern.compile("([+-]?\\d{1,8})(\\.0*)?");
  private static final Pattern DECIMAL =
      Pattern.compile("[+-]?(\\d+([.,]\\d*)?|[.,]\\d+)([eE][+-]?\\d{1,3})?");

  private final byte[] bytes;

  EdfHeaderText(byte[] bytes) {
    this.bytes = bytes;
  }

  /// The field's text without its padding. UTF-8 where that is valid, else Latin-1, which real
  /// headers use for `µ`.
  String text(EdfField field, int offset) {
    return StoredText.decode(bytes, offset, field.width()).replace('\0', ' ').strip();
  }

  int whole(EdfField field, int offset) throws MalformedDataException {
    String text = number(field, offset);
    Matcher whole = WHOLE.matcher(text);
    if (!whole.matches()) {
      throw malformed(field, offset, "a whole number", "'" + text + "'");
    }
    return Integer.parseInt(whole.group(1));
  }

  /// Up to the first zero byte: what follows is what the writer's buffer held before.
  private String number(EdfField field, int offset) {
    int end = offset;
    while (end < offset + field.width() && bytes[end] != 0) {
      end++;
    }
    return StoredText.decode(bytes, offset, end - offset).strip();
  }

  /// A decimal number; some programs write the comma of their locale.
  double decimal(EdfField field, int offset) throws MalformedDataException {
    String text = number(field, offset);
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
