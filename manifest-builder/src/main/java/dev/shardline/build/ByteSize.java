package dev.shardline.build;

import java.util.Locale;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// Amounts of bytes as people write them: `1500`, `256MiB`, `1.5 GB` is refused.
final class ByteSize {
  private static final Pattern TEXT = Pattern.compile("(\\d{1,15}) ?([a-z]*)");
  private static final Map<String, Long> UNITS =
      Map.of(
          "", 1L,
          "b", 1L,
          "kb", 1_000L,
          "mb", 1_000_000L,
          "gb", 1_000_000_000L,
          "kib", 1L << 10,
          "mib", 1L << 20,
          "gib", 1L << 30);

  private ByteSize() {}

  /// @throws IllegalArgumentException if the text is no amount of bytes
  static long parse(String text) {
    Matcher matcher = TEXT.matcher(text.toLowerCase(Locale.ROOT).strip());
    Long unit = matcher.matches() ? UNITS.get(matcher.group(2)) : null;
    if (unit == null) {
      throw new IllegalArgumentException(
          "expected a whole number with B, KiB, MiB, GiB, KB, MB or GB, found \"%s\""
              .formatted(text));
    }
    return Math.multiplyExact(Long.parseLong(matcher.group(1)), unit);
  }
}
