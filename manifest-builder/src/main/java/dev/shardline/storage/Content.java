package dev.shardline.storage;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;

/// What is to be written: bytes at hand, or a file on this machine. Can be opened again, so that a
/// store may retry.
public sealed interface Content {
  /// How many bytes are compared at a time.
  int BLOCK = 1 << 16;

  /// @param bytes not to be changed afterwards
  @SuppressWarnings("ArrayRecordComponent") // identity is never asked of content
  record OfBytes(byte[] bytes) implements Content {
    @Override
    public long length() {
      return bytes.length;
    }

    @Override
    public InputStream open() {
      return new ByteArrayInputStream(bytes);
    }
  }

  /// @param file stays the caller's, who may delete it but must not change it afterwards: a local
  ///   store publishes it as a second name of the same file
  /// @param length its size in bytes
  record OfFile(Path file, long length) implements Content {
    @Override
    public InputStream open() throws IOException {
      return Files.newInputStream(file);
    }
  }

  /// A file that nobody will ever change again, whatever becomes of its present name.
  ///
  /// @param file the caller may delete it: a local store writes it as a second name of the same
  ///   file where it can
  /// @param length its size in bytes
  record OfFinishedFile(Path file, long length) implements Content {
    @Override
    public InputStream open() throws IOException {
      return Files.newInputStream(file);
    }
  }

  long length();

  InputStream open() throws IOException;

  /// Whether `other`, read to its end, holds exactly these bytes.
  default boolean matches(InputStream other) throws IOException {
    try (InputStream mine = open()) {
      byte[] a = mine.readNBytes(BLOCK);
      byte[] b = other.readNBytes(BLOCK);
      while (a.length > 0 && Arrays.equals(a, b)) {
        a = mine.readNBytes(BLOCK);
        b = other.readNBytes(BLOCK);
      }
      return a.length == 0 && b.length == 0;
    }
  }

  static Content ofBytes(byte[] bytes) {
    return new OfBytes(bytes);
  }

  static Content ofText(String text) {
    return new OfBytes(text.getBytes(StandardCharsets.UTF_8));
  }

  static Content ofFile(Path file) throws IOException {
    return new OfFile(file, Files.size(file));
  }

  static Content ofFinishedFile(Path file) throws IOException {
    return new OfFinishedFile(file, Files.size(file));
  }
}
