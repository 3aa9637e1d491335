package dev.shardline.build;

import dev.shardline.digest.Digest;
import dev.shardline.file.AppendedFile;
import dev.shardline.manifest.FileDigest;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.security.MessageDigest;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.Executor;

/// A file being written in large pieces, and its digest. For one thread, which may leave digesting
/// and writing to another: a piece is then on its way while the next is made.
final class FileSink implements AutoCloseable {
  private static final int PIECE = 1 << 18;

  private final String path;
  private final AppendedFile out;
  private final Executor writing;
  private final MessageDigest sha256 = Digest.sha256();
  private byte[] spare = new byte[0];
  private CompletableFuture<Void> last = CompletableFuture.completedFuture(null);
  private long written;

  /// @param spool where the file is made
  /// @param path of the file relative to the spool's folder
  FileSink(Spool spool, String path) throws IOException {
    this(spool, path, Runnable::run);
  }

  /// @param writing digests and writes the pieces, which are given to it one at a time
  FileSink(Spool spool, String path, Executor writing) throws IOException {
    this.path = path;
    this.out = spool.create(path);
    this.writing = writing;
  }

  /// Writes whole blocks of the text and removes them, if it has grown to a piece worth writing.
  void accept(TextBuffer text) throws IOException {
    if (text.length() >= PIECE) {
      hand(text, text.length() & -AppendedFile.BLOCK);
    }
  }

  private void hand(TextBuffer text, int length) throws IOException {
    await();
    byte[] piece = text.bytes();
    written += length;
    last = CompletableFuture.runAsync(() -> write(piece, length), writing);
    if (last.isDone()) {
      text.removeFirst(length);
    } else {
      text.exchange(length, spare);
      spare = piece;
    }
  }

  private void write(byte[] piece, int length) {
    sha256.update(piece, 0, length);
    try {
      out.write(piece, length);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private void await() throws IOException {
    try {
      last.join();
    } catch (CompletionException e) {
      if (e.getCause() instanceof UncheckedIOException failed) {
        throw failed.getCause();
      }
      throw e;
    }
  }

  /// Ends the file with the rest of its text.
  FileDigest finish(TextBuffer rest) throws IOException {
    hand(rest, rest.length());
    await();
    out.close();
    return new FileDigest(path, written, Digest.of(sha256));
  }

  @Override
  public void close() throws IOException {
    out.close();
  }
}
