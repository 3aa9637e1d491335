package dev.shardline.signal.format.edf;

import static java.nio.charset.StandardCharsets.ISO_8859_1;

import dev.shardline.failure.MalformedDataException;
import dev.shardline.failure.Reason;
import dev.shardline.signal.format.raw.StoredText;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/// Reads the time-stamped annotations lists of one block: `+onset[␕duration]␔text␔…␔␀`, one after
/// the other, zeros after the last (EDF+ section 2.2.2). Text is UTF-8, or Latin-1 where it is not.
final class TalParser {
  private static final int END_OF_TEXT = 0x14;
  private static final int BEFORE_DURATION = 0x15;
  private static final int END_OF_LIST = 0;
  private static final int LONGEST_NUMBER = 32;

  private final byte[] bytes;
  private final int end;
  private final long offsetOfIndex0;
  private int at;

  /// @param bytes an array in which the block lies
  /// @param fileOffset the block's byte offset in the file, for messages
  TalParser(byte[] bytes, int index, int length, long fileOffset) {
    this.bytes = bytes;
    this.at = index;
    this.end = index + length;
    this.offsetOfIndex0 = fileOffset - index;
  }

  List<TimestampedAnnotations> all() throws MalformedDataException {
    List<TimestampedAnnotations> lists = new ArrayList<>();
    Optional<TimestampedAnnotations> next = next();
    while (next.isPresent()) {
      lists.add(next.get());
      next = next();
    }
    return lists;
  }

  /// The next list, or empty if only zeros are left.
  Optional<TimestampedAnnotations> next() throws MalformedDataException {
    while (at < end && bytes[at] == END_OF_LIST) {
      at++;
    }
    if (at == end) {
      return Optional.empty();
    }
    if (bytes[at] != '+' && bytes[at] != '-') {
      throw malformed("'+' or '-' and an onset", describe(at));
    }
    double onset = number();
    double duration = 0;
    if (at < end && bytes[at] == BEFORE_DURATION) {
      at++;
      duration = at < end && bytes[at] == END_OF_TEXT ? 0 : duration();
    }
    expect(END_OF_TEXT, "the end of the time stamp");
    return Optional.of(new TimestampedAnnotations(onset, duration, texts()));
  }

  private double duration() throws MalformedDataException {
    if (at < end && bytes[at] == '-') {
      throw malformed("a duration of 0 or more", describe(at));
    }
    return number();
  }

  private double number() throws MalformedDataException {
    int start = at;
    while (at < end && at - start < LONGEST_NUMBER && isNumberPart(bytes[at], at == start)) {
      at++;
    }
    String text = new String(bytes, start, at - start, ISO_8859_1);
    if (!text.matches("[+-]?\\d+(\\.\\d*)?")) {
      at = start;
      throw malformed("a decimal number of seconds", describe(start));
    }
    return Double.parseDouble(text);
  }

  private static boolean isNumberPart(byte character, boolean first) {
    return character >= '0' && character <= '9'
        || character == '.'
        || first && (character == '+' || character == '-');
  }

  private List<String> texts() throws MalformedDataException {
    List<String> texts = new ArrayList<>();
    do {
      int start = at;
      while (at < end && bytes[at] != END_OF_TEXT) {
        if (bytes[at] == END_OF_LIST) {
          throw malformed("the end of the text before the end of its list", describe(at));
        }
        at++;
      }
      texts.add(StoredText.decode(bytes, start, at - start));
      expect(END_OF_TEXT, "the end of the text");
    } while (at < end && bytes[at] != END_OF_LIST);
    expect(END_OF_LIST, "the end of the list");
    return texts;
  }

  private void expect(int separator, String what) throws MalformedDataException {
    if (at == end || bytes[at] != separator) {
      throw malformed("%s, byte %d".formatted(what, separator), describe(at));
    }
    at++;
  }

  private String describe(int index) {
    return index == end ? "the end of the block" : "byte " + (bytes[index] & 0xff);
  }

  private MalformedDataException malformed(String expected, String found) {
    return new MalformedDataException(
        Reason.MALFORMED, "annotations", offsetOfIndex0 + at, expected, found);
  }
}
