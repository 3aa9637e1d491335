package dev.shardline.build;

import dev.shardline.failure.RetryableException;
import dev.shardline.manifest.DatasetFiles;
import dev.shardline.manifest.FileDigest;
import java.io.IOException;
import java.nio.file.Path;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicInteger;

/// Writes the catalog, and sets its rows aside for the parts. Several threads make rows, block by
/// block; the blocks are written in their order, and digested meanwhile by a thread of this
/// catalog.
final class CatalogFile implements AutoCloseable {
  private final RowWriter rows;
  private final RowShelf shelf;
  private final int[] partOf;
  private final ExecutorService writing = Executors.newSingleThreadExecutor();
  private final FileSink out;
  private final AtomicInteger nextBlock = new AtomicInteger();

  /// The block to be written next; guarded by this object.
  private int due;

  /// Whether a thread gave up; guarded by this object.
  private boolean failed;

  /// @param folder receives the file
  /// @param partOf for each sample the number of its part
  CatalogFile(Path folder, RowWriter rows, RowShelf shelf, int[] partOf) throws IOException {
    this.rows = rows;
    this.shelf = shelf;
    this.partOf = partOf;
    this.out = new FileSink(folder, DatasetFiles.CATALOG, writing);
  }

  /// Makes the rows of blocks until none is left. For one thread of each number.
  void makeRows(int maker) throws IOException {
    boolean done = false;
    try {
      TextBuffer text = new TextBuffer();
      int block = nextBlock.getAndIncrement();
      while (block < shelf.blocks()) {
        makeBlock(block, maker, text);
        append(block, text);
        block = nextBlock.getAndIncrement();
      }
      done = true;
    } finally {
      if (!done) {
        giveUp();
      }
    }
  }

  private void makeBlock(int block, int maker, TextBuffer text) throws IOException {
    shelf.take(block, maker);
    if (block == 0) {
      rows.header(text);
    }
    int from = block * RowShelf.BLOCK;
    int to = (int) Math.min(partOf.length, (long) from + RowShelf.BLOCK);
    for (int sample = from; sample < to; sample++) {
      int start = text.length();
      rows.sample(text, sample);
      shelf.add(maker, sample, partOf[sample], text, start);
    }
  }

  private synchronized void append(int block, TextBuffer text) throws IOException {
    while (due != block && !failed) {
      await();
    }
    if (failed) {
      throw new IOException("the catalog's rows could not all be made");
    }
    out.put(text);
    due++;
    notifyAll();
  }

  private synchronized void await() {
    try {
      wait();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new RetryableException("Interrupted while writing the catalog", e);
    }
  }

  private synchronized void giveUp() {
    failed = true;
    notifyAll();
  }

  /// Ends the file, once all rows were made.
  FileDigest finish() throws IOException {
    return out.finish(new TextBuffer());
  }

  @Override
  public void close() throws IOException {
    writing.shutdown();
    out.close();
  }
}
