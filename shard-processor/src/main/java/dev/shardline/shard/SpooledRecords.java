package dev.shardline.shard;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.ArrayList;
import java.util.List;

/// What formats do with a file of encoded records when they seal it.
final class SpooledRecords {
  private SpooledRecords() {}

  /// Cuts off what lies behind the last record.
  static void truncate(Path records, List<RecordSpan> spans) throws IOException {
    try (FileChannel channel = FileChannel.open(records, StandardOpenOption.WRITE)) {
      channel.truncate(spans.isEmpty() ? 0 : spans.getLast().end());
    }
  }

  /// The heads of all records, in order.
  static List<byte[]> heads(Path records, List<RecordSpan> spans) throws IOException {
    List<byte[]> heads = new ArrayList<>();
    try (FileChannel channel = FileChannel.open(records)) {
      for (RecordSpan span : spans) {
        ByteBuffer head = ByteBuffer.allocate(span.headBytes());
        while (head.hasRemaining() && channel.read(head, span.offset() + head.position()) >= 0) {
          // reads on
        }
        heads.add(head.array());
      }
    }
    return heads;
  }

  /// Writes a new file: `before`, then what stands in the shard of every record.
  ///
  /// @return where each record begins
  static List<Long> copy(Path records, List<RecordSpan> spans, byte[] before, Path target)
      throws IOException {
    List<Long> offsets = new ArrayList<>();
    try (FileChannel from = FileChannel.open(records);
        FileChannel to =
            FileChannel.open(target, StandardOpenOption.CREATE_NEW, StandardOpenOption.WRITE)) {
      ByteBuffer head = ByteBuffer.wrap(before);
      while (head.hasRemaining()) {
        to.write(head);
      }
      for (RecordSpan span : spans) {
        offsets.add(to.position());
        transfer(from, span.offset() + span.headBytes(), span.end(), to);
      }
    }
    return offsets;
  }

  private static void transfer(FileChannel from, long start, long end, FileChannel to)
      throws IOException {
    long position = start;
    while (position < end) {
      long count = from.transferTo(position, end - position, to);
      if (count <= 0) {
        throw new IOException(
            "The spooled records end at byte %d, expected %d".formatted(position, end));
      }
      position += count;
    }
  }
}
