package dev.shardline.signal.format.brainvision;

import dev.shardline.failure.MalformedDataException;
import dev.shardline.failure.Reason;
import dev.shardline.signal.format.raw.TextLine;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;

/// The sections and keys of a header or marker file. Names are compared without regard to case; of
/// a repeated key the first counts; free text after `[Comment]` is not looked at.
final class IniText {
  private static final Pattern FIRST_LINE =
      Pattern.compile(
          "Brain ?Vision( Core| V-Amp)? Data( Exchange)? (Header|Marker) File,? Version"
              + " [12]\\.0.*");

  private final String file;
  private final Map<String, Map<String, TextLine>> sections = new LinkedHashMap<>();

  private IniText(String file) {
    this.file = file;
  }

  /// @param file what is parsed, for messages
  /// @throws MalformedDataException if the first line is not that of BrainVision
  static IniText parse(List<TextLine> lines, String file) throws MalformedDataException {
    if (lines.isEmpty() || !isFirstLine(lines.getFirst().text())) {
      throw new MalformedDataException(
          Reason.MALFORMED,
          file,
          0,
          "a first line 'Brain Vision Data Exchange … File Version 1.0' or 2.0",
          lines.isEmpty() ? "no line" : "'" + abbreviated(lines.getFirst().text()) + "'");
    }
    IniText text = new IniText(file);
    Map<String, TextLine> section = new LinkedHashMap<>();
    for (TextLine line : lines.subList(1, lines.size())) {
      String stripped = line.text().strip();
      if (stripped.equalsIgnoreCase("[comment]")) {
        break;
      }
      int equals = stripped.indexOf('=');
      if (stripped.startsWith("[") && stripped.endsWith("]")) {
        section =
            text.sections.computeIfAbsent(
                key(stripped.substring(1, stripped.length() - 1)), name -> new LinkedHashMap<>());
      } else if (equals > 0 && !stripped.startsWith(";")) {
        section.putIfAbsent(
            key(stripped.substring(0, equals)),
            new TextLine(stripped.substring(equals + 1).strip(), line.offset()));
      }
    }
    return text;
  }

  static boolean isFirstLine(String line) {
    return FIRST_LINE.matcher(line.strip()).matches();
  }

  private static String abbreviated(String line) {
    return line.length() <= 60 ? line : line.substring(0, 60) + "…";
  }

  private static String key(String name) {
    return name.strip().toLowerCase(Locale.ROOT);
  }

  Optional<String> find(String section, String key) {
    return Optional.ofNullable(section(section).get(key(key)))
        .map(TextLine::text)
        .filter(value -> !value.isEmpty());
  }

  String require(String section, String key) throws MalformedDataException {
    Optional<String> value = find(section, key);
    if (value.isEmpty()) {
      throw malformed(section, key, "a value", "none");
    }
    return value.get();
  }

  /// All keys (in lower case) and values of a section, in the order of the file.
  Map<String, TextLine> section(String name) {
    return sections.getOrDefault(key(name), Map.of());
  }

  MalformedDataException malformed(String section, String key, String expected, String found) {
    return refusal(Reason.MALFORMED, section, key, expected, found);
  }

  MalformedDataException unsupported(String section, String key, String expected, String found) {
    return refusal(Reason.UNSUPPORTED, section, key, expected, found);
  }

  private MalformedDataException refusal(
      Reason reason, String section, String key, String expected, String found) {
    return new MalformedDataException(
        reason, "%s [%s] %s".formatted(file, section, key), offset(section, key), expected, found);
  }

  /// The byte offset of a key's line in the file, or [MalformedDataException#NO_OFFSET].
  long offset(String section, String key) {
    TextLine line = section(section).get(key(key));
    return line == null ? MalformedDataException.NO_OFFSET : line.offset();
  }
}
