package dev.shardline.commit;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.shardline.digest.CanonicalJson;
import dev.shardline.lineage.LedgerHeader;
import dev.shardline.lineage.LedgerReader;
import dev.shardline.lineage.LedgerWriter;
import dev.shardline.lineage.SampleEntry;
import java.io.ByteArrayOutputStream;
import java.io.Closeable;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/// What stands in the spool so far: JSON Lines beside the spooled records, so that a worker that
/// was killed goes on where it was. A line is believed only together with the records it names. For
/// one thread.
final class Journal implements Closeable {
  private static final int BUFFER = 1 << 15;

  /// One line after the header.
  sealed interface Line {
    /// A further group of files of records begins, one file for each rank.
    ///
    /// @param ordinal of its first file
    record FileBegun(String output, int ordinal) implements Line {}

    /// A sample is done. Its records' shards and offsets are those of the spool.
    ///
    /// @param heads the heads of its records, in order
    record SampleDone(SampleEntry entry, List<Integer> heads) implements Line {
      public SampleDone {
        heads = List.copyOf(heads);
      }
    }
  }

  /// A line and where the next one begins.
  record Found(Line line, long end) {}

  private final FileChannel channel;
  private final ByteArrayOutputStream pending = new ByteArrayOutputStream();

  Journal(Path path) throws IOException {
    channel =
        FileChannel.open(
            path, StandardOpenOption.CREATE, StandardOpenOption.READ, StandardOpenOption.WRITE);
  }

  private static byte[] headerLine(LedgerHeader part) {
    return withEnd(
        CanonicalJson.object()
            .put("part", part.part().toString())
            .put("part-digest", part.partDigest().hex())
            .put("run", part.run().hex())
            .put("software", part.software())
            .put("output-version", part.outputVersion()));
  }

  private static byte[] withEnd(JsonNode value) {
    byte[] line = CanonicalJson.line(value);
    byte[] withEnd = Arrays.copyOf(line, line.length + 1);
    withEnd[line.length] = '\n';
    return withEnd;
  }

  /// The lines that an earlier process wrote for the same part, up to the first that is cut or
  /// unreadable. Empty if the journal is of another part, run or version.
  List<Found> read(LedgerHeader part) throws IOException {
    byte[] all = new byte[Math.toIntExact(channel.size())];
    channel.position(0);
    ByteBuffer buffer = ByteBuffer.wrap(all);
    while (buffer.hasRemaining() && channel.read(buffer) >= 0) {
      // reads on
    }
    byte[] header = headerLine(part);
    List<Found> found = new ArrayList<>();
    if (!Arrays.equals(Arrays.copyOf(all, header.length), header)) {
      return found;
    }
    int start = header.length;
    for (int end = start; end < all.length; end++) {
      if (all[end] == '\n') {
        try {
          found.add(new Found(parse(Arrays.copyOfRange(all, start, end)), end + 1L));
        } catch (IOException | IllegalArgumentException _) {
          return found;
        }
        start = end + 1;
      }
    }
    return found;
  }

  private static Line parse(byte[] line) throws IOException {
    JsonNode node = CanonicalJson.parse(line);
    if (node.has("file")) {
      return new Line.FileBegun(node.required("output").asText(), node.required("file").asInt());
    }
    List<Integer> heads = new ArrayList<>();
    node.required("heads").forEach(head -> heads.add(head.asInt()));
    return new Line.SampleDone(LedgerReader.sample(node.required("done")), heads);
  }

  /// Begins the journal of a part, or goes on behind `end`.
  ///
  /// @param end the end of the last line that is believed; 0 for none
  void start(LedgerHeader part, long end) throws IOException {
    byte[] header = headerLine(part);
    if (end == 0) {
      channel.truncate(0);
      pending.writeBytes(header);
    } else {
      channel.truncate(end);
    }
    channel.position(channel.size());
  }

  void write(Line line) throws IOException {
    ObjectNode node =
        switch (line) {
          case Line.FileBegun begun ->
              CanonicalJson.object().put("file", begun.ordinal()).put("output", begun.output());
          case Line.SampleDone done -> {
            ObjectNode sample = CanonicalJson.object();
            sample.set("done", LedgerWriter.sample(done.entry()));
            ArrayNode heads = sample.putArray("heads");
            done.heads().forEach(heads::add);
            yield sample;
          }
        };
    pending.writeBytes(withEnd(node));
    if (pending.size() >= BUFFER) {
      push();
    }
  }

  /// Gives everything written so far to the operating system: it outlives the process.
  void push() throws IOException {
    ByteBuffer buffer = ByteBuffer.wrap(pending.toByteArray());
    while (buffer.hasRemaining()) {
      channel.write(buffer);
    }
    pending.reset();
  }

  /// Forces what was pushed to the disk: it outlives the machine's crash.
  void flush() throws IOException {
    channel.force(false);
  }

  @Override
  public void close() throws IOException {
    push();
    channel.close();
  }
}
