package dev.shardline.shard;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.shardline.failure.MalformedDataException;
import dev.shardline.failure.Reason;
import java.io.BufferedInputStream;
import java.io.ByteArrayOutputStream;
import java.io.Closeable;
import java.io.IOException;
import java.io.InputStream;
import java.util.Optional;

/// The objects of a JSON Lines file, one after another. Not for several threads.
public final class JsonLines implements Closeable {
  private static final int LONGEST_LINE = 64 << 20;

  private final InputStream in;
  private final String name;
  private long line;
  private long at;

  /// @param in the file from its beginning; closed with this
  /// @param name what messages call a line before its number: `line`
  public JsonLines(InputStream in, String name) {
    this.name = name;
    this.in = new BufferedInputStream(in);
  }

  /// The next line's object; empty at the end of the file.
  ///
  /// @throws MalformedDataException if the line is no JSON object
  public Optional<ObjectNode> next() throws IOException, MalformedDataException {
    ByteArrayOutputStream text = new ByteArrayOutputStream();
    int next = in.read();
    if (next < 0) {
      return Optional.empty();
    }
    long start = at;
    line++;
    for (; next >= 0 && next != '\n'; next = in.read()) {
      requireShorter(text.size(), start);
      text.write(next);
    }
    at = start + text.size() + 1;
    return Optional.of(StoredBytes.json(text.toByteArray(), start, name + " " + line));
  }

  private void requireShorter(int length, long start) throws MalformedDataException {
    if (length == LONGEST_LINE) {
      throw new MalformedDataException(
          Reason.TOO_LARGE,
          name + " " + line,
          start,
          "at most " + LONGEST_LINE + " bytes",
          "a longer line");
    }
  }

  @Override
  public void close() throws IOException {
    in.close();
  }
}
