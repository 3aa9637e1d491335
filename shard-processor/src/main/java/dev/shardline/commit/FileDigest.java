package dev.shardline.commit;

import dev.shardline.digest.Digest;
import dev.shardline.file.FileBytes;
import dev.shardline.lineage.ShardEntry;
import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.file.Path;
import java.security.MessageDigest;

/// The SHA-256 of a file, taken as far as the file has grown, again and again, so that little is
/// left when it has its end. Safe for many threads.
final class FileDigest {
  private static final int BUFFER = 1 << 17;

  private final Path path;
  private final MessageDigest sha256 = Digest.sha256();
  private long taken;

  FileDigest(Path path) {
    this.path = path;
  }

  /// Takes the file's next bytes in.
  ///
  /// @param end of what will not change any more
  synchronized void take(long end) throws IOException {
    byte[] buffer = new byte[BUFFER];
    try (FileChannel in = FileChannel.open(path)) {
      int count = 0;
      while (taken < end && count >= 0) {
        int length = (int) Math.min(BUFFER, end - taken);
        count = FileBytes.read(in, taken, buffer, 0, length);
        if (count > 0) {
          sha256.update(buffer, 0, count);
          taken += count;
        }
      }
    }
  }

  /// Forgets what was taken if some of it has changed since.
  ///
  /// @param kept how many bytes at the beginning are still what they were
  synchronized FileDigest keeping(long kept) {
    if (taken > kept) {
      sha256.reset();
      taken = 0;
    }
    return this;
  }

  /// Takes the rest of the file in, and describes the file. What is taken then begins anew.
  ///
  /// @param name in the split's folder
  /// @param records in it
  synchronized ShardEntry entry(String name, long records) throws IOException {
    take(Long.MAX_VALUE);
    ShardEntry entry = new ShardEntry(name, taken, Digest.of(sha256), records);
    taken = 0;
    return entry;
  }
}
