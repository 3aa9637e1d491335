package dev.shardline.manifest;

import dev.shardline.digest.Digest;

/// What a data set's description says of one of its files.
///
/// @param path relative to the data set's directory, with `/`
/// @param bytes its size
/// @param sha256 the digest of its bytes
public record FileDigest(String path, long bytes, Digest sha256) {
  public FileDigest {
    if (path.isEmpty() || bytes < 0) {
      throw new IllegalArgumentException(
          "Not a file's description: path \"%s\", %d bytes".formatted(path, bytes));
    }
  }
}
