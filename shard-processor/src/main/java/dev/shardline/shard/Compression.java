package dev.shardline.shard;

import com.github.luben.zstd.ZstdOutputStreamNoFinalizer;
import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;
import java.util.Optional;
import java.util.zip.GZIPOutputStream;

/// How finished shards are compressed: each whole, at a fixed level, in one thread, so that equal
/// shards give equal bytes.
///
/// @param method the algorithm
/// @param level gzip 1 to 9, zstd 1 to 19; 0 without compression
public record Compression(Method method, int level) {
  public static final Compression NONE = new Compression(Method.NONE, 0);

  private static final int BUFFER = 1 << 16;

  /// The algorithms.
  public enum Method {
    NONE("", 0, 0, 0),
    /// Everyone reads it. Its bytes are those of the Java runtime's zlib.
    GZIP(".gz", 1, 9, 6),
    ZSTD(".zst", 1, 19, 3);

    private final String suffix;
    private final int least;
    private final int most;
    private final int usual;

    Method(String suffix, int least, int most, int usual) {
      this.suffix = suffix;
      this.least = least;
      this.most = most;
      this.usual = usual;
    }

    /// As the configuration names it: `zstd`.
    public String fileName() {
      return name().toLowerCase(Locale.ROOT);
    }

    public int leastLevel() {
      return least;
    }

    public int mostLevel() {
      return most;
    }

    /// The level where none is asked for.
    public int usualLevel() {
      return usual;
    }
  }

  public Compression {
    if (level < method.least || level > method.most) {
      throw new IllegalArgumentException(
          "%s has levels %d to %d, not %d".formatted(method, method.least, method.most, level));
    }
  }

  /// What it adds to a file's name.
  public String suffix() {
    return method.suffix;
  }

  /// Compresses a file into another one; empty if files stay as they are.
  ///
  /// @param target must not exist
  public Optional<Path> compress(Path file, Path target) throws IOException {
    if (method == Method.NONE) {
      return Optional.empty();
    }
    try (OutputStream out = compressing(Files.newOutputStream(target))) {
      Files.copy(file, out);
    }
    return Optional.of(target);
  }

  private OutputStream compressing(OutputStream out) throws IOException {
    return switch (method) {
      case NONE -> out;
      case GZIP -> new LeveledGzip(out, level);
      case ZSTD ->
          new BufferedOutputStream(
              new ZstdOutputStreamNoFinalizer(out, level).setChecksum(true), BUFFER);
    };
  }

  private static final class LeveledGzip extends GZIPOutputStream {
    LeveledGzip(OutputStream out, int level) throws IOException {
      super(out, BUFFER);
      def.setLevel(level);
    }
  }
}
