package dev.shardline.build;

import dev.shardline.digest.Digest;
import dev.shardline.manifest.FileDigest;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;

/// A file being written in large pieces, and its digest. For one thread.
final class FileSink implements AutoCloseable {
  private static final int PIECE = 1 << 18;

  private final String path;
  private final OutputStream out;
  private final MessageDigest sha256 = Digest.sha256();
  private long written;

  /// @param folder where the file is made
  /// @param path of the file relative to the folder
  FileSink(Path folder, String path) throws IOException {
    Path file = folder.resolve(path);
    Path parent = file.getParent();
    if (parent != null) {
      Files.createDirectories(parent);
    }
    this.path = path;
    this.out = Files.newOutputStream(file);
  }

  /// Writes the text and clears it, if it has grown to a piece worth writing.
  void accept(TextBuffer text) throws IOException {
    if (text.length() >= PIECE) {
      write(text);
    }
  }

  private void write(TextBuffer text) throws IOException {
    sha256.update(text.bytes(), 0, text.length());
    out.write(text.bytes(), 0, text.length());
    written += text.length();
    text.clear();
  }

  /// Ends the file with the rest of its text.
  FileDigest finish(TextBuffer rest) throws IOException {
    write(rest);
    out.close();
    return new FileDigest(path, written, Digest.of(sha256));
  }

  @Override
  public void close() throws IOException {
    out.close();
  }
}
