package dev.shardline.build;

import dev.shardline.digest.Digest;
import dev.shardline.manifest.FileDigest;
import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.Executor;

/// A file being written in large pieces, and its digest. For one thread, which may leave digesting
/// and writing to another: a piece is then on its way while the next is made.
final class FileSink implements AutoCloseable {
  private static final int PIECE = 1 << 18;

  private final String path;
  private final OutputStream out;
  private final Executor writing;
  private final MessageDigest sha256 = Digest.sha256();
  private byte[] spare = new byte[0];
  private CompletableFuture<Void> last = CompletableFuture.completedFuture(null);
  private long written;

  /// @param folder where the file is made
  /// @param path of the file relative to the folder
  FileSink(Path folder, String path) throws IOException {
    this(folder, path, Runnable::run);
  }

  /// @param writing digests and writes the pieces, which are given to it one at a time
  FileSink(Path folder, String path, Executor writing) throws IOException {
    Path file = folder.resolve(path);
    Path parent = file.getParent();
    if (parent != null) {
      Files.createDirectories(parent);
    }
    this.path = path;
    this.out = Files.newOutputStream(file);
    this.writing = writing;
  }

  /// Writes the text and clears it, if it has grown to a piece worth writing.
  void accept(TextBuffer text) throws IOException {
    if (text.length() >= PIECE) {
      hand(text);
    }
  }

  private void hand(TextBuffer text) throws IOException {
    await();
    byte[] piece = text.bytes();
    int length = text.length();
    written += length;
    last = CompletableFuture.runAsync(() -> write(piece, length), writing);
    if (last.isDone()) {
      text.clear();
    } else {
      text.exchange(spare);
      spare = piece;
    }
  }

  private void write(byte[] piece, int length) {
    sha256.update(piece, 0, length);
    try {
      out.write(piece, 0, length);
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
    hand(rest);
    await();
    out.close();
    return new FileDigest(path, written, Digest.of(sha256));
  }

  @Override
  public void close() throws IOException {
    out.close();
  }
}
