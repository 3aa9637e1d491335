package dev.shardline.signal.format.table;

import static java.nio.charset.StandardCharsets.ISO_8859_1;

import dev.shardline.failure.MalformedDataException;
import dev.shardline.failure.Reason;
import dev.shardline.signal.format.ByteSource;
import dev.shardline.signal.format.raw.SourceStream;
import dev.shardline.signal.format.raw.StoredText;
import dev.shardline.signal.format.raw.TextLine;
import java.io.ByteArrayOutputStream;
import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.util.Optional;
import java.util.zip.GZIPInputStream;
import java.util.zip.ZipException;

/// The rows of a text file from first to last: its lines, ended by LF, CRLF or CR, but for empty
/// ones and comments (`#`, `%`), without a byte order mark. Memory is that of one line. Offsets are
/// those of the text, uncompressed.
final class TextRows implements AutoCloseable {
  private static final int LONGEST_LINE = 1 << 20;
  private static final int STEP = 1 << 16;
  private static final String BYTE_ORDER_MARK = "\ufeff";

  private final InputStream in;
  private final byte[] buffer = new byte[STEP];
  private int index;
  private int filled;
  private long offset;

  TextRows(ByteSource source, boolean gzipped) throws MalformedDataException, IOException {
    InputStream stored = new SourceStream(source);
    if (!gzipped) {
      this.in = stored;
      return;
    }
    try {
      this.in = new GZIPInputStream(stored, STEP);
    } catch (ZipException | EOFException broken) {
      throw brokenGzip(broken);
    }
  }

  private MalformedDataException brokenGzip(IOException broken) {
    return new MalformedDataException(
        broken instanceof EOFException ? Reason.TRUNCATED : Reason.MALFORMED,
        "gzip stream",
        offset,
        "whole gzip members",
        broken.getMessage() == null ? "the end of the file" : broken.getMessage());
  }

  /// The next row; empty after the last.
  Optional<TextLine> next() throws MalformedDataException, IOException {
    while (true) {
      Optional<TextLine> line = line();
      if (line.isEmpty() || isRow(line.get().text())) {
        return line;
      }
    }
  }

  private static boolean isRow(String line) {
    String text = line.strip();
    return !text.isEmpty() && text.charAt(0) != '#' && text.charAt(0) != '%';
  }

  private Optional<TextLine> line() throws MalformedDataException, IOException {
    long start = offset;
    ByteArrayOutputStream head = new ByteArrayOutputStream(0);
    while (fill()) {
      int end = index;
      while (end < filled && !isEnd(buffer[end])) {
        end++;
      }
      offset += end - index;
      if (end < filled) {
        String text = text(head, start, end);
        index = end + 1;
        offset++;
        return Optional.of(new TextLine(text, start));
      }
      head.write(buffer, index, end - index);
      index = end;
      if (head.size() > LONGEST_LINE) {
        throw new MalformedDataException(
            Reason.MALFORMED, "row", start, "at most " + LONGEST_LINE + " bytes", "more");
      }
    }
    return head.size() == 0
        ? Optional.empty()
        : Optional.of(new TextLine(text(head, start, index), start));
  }

  /// Between CR and LF lies an empty line, which is no row.
  private static boolean isEnd(byte character) {
    return character == '\n' || character == '\r';
  }

  /// The bytes kept so far and those up to `end`. ASCII, as rows of numbers are, needs no decoder.
  private String text(ByteArrayOutputStream head, long start, int end) {
    if (head.size() == 0 && isAscii(end)) {
      return new String(buffer, index, end - index, ISO_8859_1);
    }
    head.write(buffer, index, end - index);
    String text = StoredText.decode(head.toByteArray(), 0, head.size());
    return start == 0 && text.startsWith(BYTE_ORDER_MARK) ? text.substring(1) : text;
  }

  private boolean isAscii(int end) {
    for (int i = index; i < end; i++) {
      if (buffer[i] < 0) {
        return false;
      }
    }
    return true;
  }

  private boolean fill() throws MalformedDataException, IOException {
    if (index == filled) {
      try {
        filled = Math.max(0, in.read(buffer, 0, STEP));
      } catch (ZipException | EOFException broken) {
        if (!(in instanceof GZIPInputStream)) {
          throw broken;
        }
        throw brokenGzip(broken);
      }
      index = 0;
    }
    return index < filled;
  }

  @Override
  public void close() throws IOException {
    in.close();
  }
}
