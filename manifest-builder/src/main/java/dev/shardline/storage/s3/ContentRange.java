package dev.shardline.storage.s3;

import dev.shardline.storage.ByteRange;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/// The header with which a server says which bytes it sends (RFC 9110, section 14.4).
final class ContentRange {
  private static final Pattern BYTES = Pattern.compile("bytes (\\d{1,18})-(\\d{1,18})/.*");

  private ContentRange() {}

  /// The range a header tells; empty if there is no header, or none that can be read.
  static Optional<ByteRange> of(@Nullable String header) {
    Matcher matcher = BYTES.matcher(header == null ? "" : header);
    if (!matcher.matches()) {
      return Optional.empty();
    }
    long first = Long.parseLong(matcher.group(1));
    long last = Long.parseLong(matcher.group(2));
    return last < first ? Optional.empty() : Optional.of(new ByteRange(first, last - first + 1));
  }
}
