package dev.shardline.shard;

import dev.shardline.failure.MalformedDataException;
import dev.shardline.failure.Reason;
import java.io.BufferedInputStream;
import java.io.Closeable;
import java.io.IOException;
import java.io.InputStream;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// Where the records of a TFRecord file lie, as the `offset size` lines beside it say, one after
/// another. Records follow each other without a gap. Not for several threads.
public final class TfRecordIndex implements Closeable {
  private static final int LONGEST_LINE = 40;
  private static final Pattern LINE = Pattern.compile("(\\d{1,18}) (\\d{1,18})");

  private final InputStream in;
  private long line;
  private long at;
  private long end;

  /// @param in the file from its beginning; closed with this
  public TfRecordIndex(InputStream in) {
    this.in = new BufferedInputStream(in);
  }

  /// The next record's place; empty at the end of the file.
  ///
  /// @throws MalformedDataException if the line is none, or names another place than where the
  ///   record before ends
  public Optional<RecordSpan> next() throws IOException, MalformedDataException {
    int next = in.read();
    if (next < 0) {
      return Optional.empty();
    }
    StringBuilder text = new StringBuilder();
    for (; next >= 0 && next != '\n' && text.length() < LONGEST_LINE; next = in.read()) {
      text.append(Character.isISOControl(next) ? '?' : (char) next);
    }
    line++;
    Matcher numbers = LINE.matcher(text);
    if (next < 0) {
      throw refusal(Reason.TRUNCATED, "offset, size and the line's end", text.toString());
    }
    if (next != '\n' || !numbers.matches()) {
      throw refusal(Reason.MALFORMED, "offset and size", text.toString());
    }
    RecordSpan span =
        new RecordSpan(Long.parseLong(numbers.group(1)), Long.parseLong(numbers.group(2)), 0);
    if (span.offset() != end) {
      throw refusal(
          Reason.MALFORMED, "offset " + end + ", where the record before ends", text.toString());
    }
    at += text.length() + 1;
    end = span.end();
    return Optional.of(span);
  }

  private MalformedDataException refusal(Reason reason, String expected, String found) {
    return new MalformedDataException(reason, "line " + line, at, expected, '"' + found + '"');
  }

  @Override
  public void close() throws IOException {
    in.close();
  }
}
