package dev.shardline.commit;

import dev.shardline.shard.EncodedRecord;
import dev.shardline.shard.RecordSpan;
import dev.shardline.shard.ShardLimits;
import java.io.Closeable;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.ArrayList;
import java.util.List;

/// The encoded records of one shard to be, one after another. For one thread.
final class SpoolFile implements Closeable {
  private static final int COPY = 1 << 18;

  private final String output;
  private final int ordinal;
  private final Path path;
  private final FileChannel channel;
  private final FileDigest digest;
  private final List<RecordSpan> spans = new ArrayList<>();
  private volatile long end;
  private long settled;

  /// @param output the recipe's output
  /// @param ordinal which of the output's shards in this part, from 0
  SpoolFile(String output, int ordinal, Path path) throws IOException {
    this.output = output;
    this.ordinal = ordinal;
    this.path = path;
    this.digest = new FileDigest(path);
    this.channel =
        FileChannel.open(
            path, StandardOpenOption.CREATE, StandardOpenOption.READ, StandardOpenOption.WRITE);
  }

  String output() {
    return output;
  }

  int ordinal() {
    return ordinal;
  }

  Path path() {
    return path;
  }

  FileDigest digest() {
    return digest;
  }

  List<RecordSpan> spans() {
    return spans;
  }

  boolean admits(int shardBytes, ShardLimits limits) {
    return limits.admit(spans.size(), end, shardBytes);
  }

  /// Writes a record behind the last one.
  RecordSpan append(EncodedRecord record) throws IOException {
    write(record.head(), end);
    long written = end + record.head().length;
    for (byte[] piece : record.pieces()) {
      write(piece, written);
      written += piece.length;
    }
    RecordSpan span = new RecordSpan(end, written - end, record.head().length);
    accept(span);
    return span;
  }

  private void write(byte[] bytes, long position) throws IOException {
    ByteBuffer buffer = ByteBuffer.wrap(bytes);
    while (buffer.position() < bytes.length) {
      // Bit by bit: the JDK copies what it writes into a buffer as large, and keeps that.
      buffer.limit(Math.min(bytes.length, buffer.position() + COPY));
      channel.write(buffer, position + buffer.position());
    }
  }

  /// Takes over a record that an earlier process wrote.
  void accept(RecordSpan span) {
    spans.add(span);
    end = span.end();
  }

  /// Writes a copy of another file's record behind the last one, for sealing only: it does not
  /// count as one of this file's.
  RecordSpan copyBehind(SpoolFile from, RecordSpan span) throws IOException {
    ByteBuffer buffer = ByteBuffer.allocate((int) Math.min(COPY, span.length()));
    long copied = 0;
    while (copied < span.length()) {
      buffer.clear().limit((int) Math.min(COPY, span.length() - copied));
      if (from.channel.read(buffer, span.offset() + copied) < 0) {
        throw new IOException("The spooled records end before byte " + span.end());
      }
      buffer.flip();
      while (buffer.hasRemaining()) {
        copied += channel.write(buffer, end + copied);
      }
    }
    return new RecordSpan(end, span.length(), span.headBytes());
  }

  /// Reads the part of a record that stands in the shard; shorter where the file ends.
  byte[] read(RecordSpan span) throws IOException {
    ByteBuffer buffer = ByteBuffer.allocate((int) (span.length() - span.headBytes()));
    long position = span.offset() + span.headBytes();
    int count = channel.read(buffer, position);
    while (count > 0 && buffer.hasRemaining()) {
      position += count;
      count = channel.read(buffer, position);
    }
    return buffer.hasRemaining() ? new byte[0] : buffer.array();
  }

  /// Forces what was appended so far to the disk. May be called by another thread.
  ///
  /// @param digesting whether to digest it, too
  void settle(boolean digesting) throws IOException {
    long until = end;
    if (until > settled) {
      if (digesting) {
        digest.take(until);
      }
      channel.force(false);
      settled = until;
    }
  }

  @Override
  public void close() throws IOException {
    channel.close();
  }
}
