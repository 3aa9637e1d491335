package dev.shardline.build;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/// The rows of all samples, made in the order of the catalog and set aside for their parts: making
/// them again in the order of a part would look up every column at another place for every row,
/// which takes several times as long. The samples are cut into blocks, and every thread that makes
/// rows sets the blocks it takes aside in a file of its own. Read by many threads once all rows are
/// there.
final class RowShelf implements AutoCloseable {
  private static final int BLOCK_BITS = 12;

  /// How many samples a block has.
  static final int BLOCK = 1 << BLOCK_BITS;

  /// How many threads may make rows.
  static final int MOST_MAKERS = Byte.MAX_VALUE;

  private static final long MOST_BUFFERED = 64L << 20;
  private static final int LARGEST_CHUNK = 1 << 14;
  private static final int SMALLEST_CHUNK = 1 << 9;

  private final List<PartSpill> spills = new ArrayList<>();

  /// For each sample where its rows are among those of its part in one file; of no use in a part
  /// with more text than an array can hold.
  private final int[] places;

  /// For each block who made its rows.
  private final byte[] makers;

  /// @param folder where the files are made; they are gone when this is closed
  /// @param makers how many threads make rows, at most 127
  RowShelf(Path folder, int samples, int parts, int makers) throws IOException {
    if (makers > MOST_MAKERS) {
      throw new IllegalArgumentException(
          "At most %d threads make rows, got %d".formatted(MOST_MAKERS, makers));
    }
    this.places = new int[samples];
    this.makers = new byte[Math.ceilDiv(samples, BLOCK)];
    long fair = MOST_BUFFERED / ((long) makers * Math.max(1, parts));
    int chunk = (int) Math.clamp(fair, SMALLEST_CHUNK, LARGEST_CHUNK);
    for (int maker = 0; maker < makers; maker++) {
      spills.add(new PartSpill(folder.resolve("rows-%d.tmp".formatted(maker)), parts, chunk));
    }
  }

  /// How many blocks there are.
  int blocks() {
    return makers.length;
  }

  /// Says who makes the rows of a block; comes before they are added.
  void take(int block, int maker) {
    makers[block] = (byte) maker;
  }

  /// Sets a sample's rows aside. For the thread that took its block.
  ///
  /// @param from where in `text` they begin; they end where `text` ends
  void add(int maker, int sample, int part, TextBuffer text, int from) throws IOException {
    places[sample] = (int) spills.get(maker).add(part, text, from);
  }

  /// How many bytes the rows of a part take here.
  long bytes(int part) {
    return spills.stream().mapToLong(spill -> spill.bytes(part)).sum();
  }

  /// How many bytes all rows take here.
  long bytes() {
    return spills.stream().mapToLong(PartSpill::bytes).sum();
  }

  /// The rows of a part.
  ///
  /// @throws ArithmeticException if they are too long for an array
  PartRows read(int part) throws IOException {
    ByteBuffer bytes = ByteBuffer.allocate(Math.toIntExact(bytes(part)));
    int[] starts = new int[spills.size()];
    for (int maker = 0; maker < starts.length; maker++) {
      starts[maker] = bytes.position();
      spills.get(maker).read(part, bytes);
    }
    return new PartRows(bytes.array(), starts);
  }

  /// The rows of one part, in no order of use to others.
  final class PartRows {
    private final byte[] bytes;
    private final int[] starts;

    private PartRows(byte[] bytes, int[] starts) {
      this.bytes = bytes;
      this.starts = starts;
    }

    /// The array that holds them. Not to be written.
    byte[] bytes() {
      return bytes;
    }

    /// Where the rows of a sample of this part begin.
    int start(int sample) {
      return PartSpill.start(place(sample));
    }

    /// How long they are.
    int length(int sample) {
      return PartSpill.length(bytes, place(sample));
    }

    private int place(int sample) {
      return starts[makers[sample >>> BLOCK_BITS]] + places[sample];
    }
  }

  @Override
  public void close() throws IOException {
    for (PartSpill spill : spills) {
      spill.close();
    }
  }
}
