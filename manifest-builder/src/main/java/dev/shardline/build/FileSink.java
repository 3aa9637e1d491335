package dev.shardline.build;

import dev.shardline.column.EtagColumn;
import dev.shardline.column.TextColumn;
import dev.shardline.digest.Digest;
import dev.shardline.manifest.FileDigest;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.util.Arrays;

/// A file being written: gathers bytes, writes them in large pieces and takes their digest. For one
/// thread.
final class FileSink implements AutoCloseable {
  private static final int CAPACITY = 1 << 18;
  private static final int LONGEST_NUMBER = 20;

  private final String path;
  private final OutputStream out;
  private final MessageDigest sha256 = Digest.sha256();
  private byte[] buffer = new byte[CAPACITY];
  private int used;
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

  void put(byte[] source, int offset, int length) throws IOException {
    reserve(length);
    System.arraycopy(source, offset, buffer, used, length);
    used += length;
  }

  void put(byte[] source) throws IOException {
    put(source, 0, source.length);
  }

  void put(String text) throws IOException {
    put(text.getBytes(StandardCharsets.UTF_8));
  }

  void put(char ascii) throws IOException {
    reserve(1);
    buffer[used++] = (byte) ascii;
  }

  void put(TextColumn column, int row) throws IOException {
    put(column.bytes(row), column.start(row), column.length(row));
  }

  void put(EtagColumn column, int row) throws IOException {
    reserve(2 * column.encodedLength(row));
    used += column.copy(row, buffer, used);
  }

  /// A whole number of at least 0 in decimal.
  void put(long number) throws IOException {
    reserve(LONGEST_NUMBER);
    int end = used + digits(number);
    long rest = number;
    for (int place = end - 1; place >= used; place--) {
      buffer[place] = (byte) ('0' + rest % 10);
      rest /= 10;
    }
    used = end;
  }

  private static int digits(long number) {
    int digits = 1;
    for (long rest = number / 10; rest > 0; rest /= 10) {
      digits++;
    }
    return digits;
  }

  private void reserve(int length) throws IOException {
    if (length > buffer.length - used) {
      flush();
      if (length > buffer.length) {
        buffer = Arrays.copyOf(buffer, Math.max(length, CAPACITY));
      }
    }
  }

  private void flush() throws IOException {
    sha256.update(buffer, 0, used);
    out.write(buffer, 0, used);
    written += used;
    used = 0;
  }

  /// Ends the file.
  FileDigest finish() throws IOException {
    flush();
    out.close();
    return new FileDigest(path, written, Digest.of(sha256));
  }

  @Override
  public void close() throws IOException {
    out.close();
  }
}
