package dev.shardline.lineage;

import com.github.luben.zstd.ZstdInputStream;
import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.util.zip.GZIPInputStream;

/// Opens a shard as the stream in which its records' offsets count.
public final class UncompressedShard {
  private UncompressedShard() {}

  /// The shard's uncompressed bytes; compression is told by the name's ending (`.gz`, `.zst`).
  ///
  /// @param stored the file as it is stored; closed with the stream this returns
  public static InputStream open(InputStream stored, String name) throws IOException {
    InputStream buffered = new BufferedInputStream(stored);
    if (name.endsWith(".gz")) {
      return new GZIPInputStream(buffered);
    }
    return name.endsWith(".zst") ? new ZstdInputStream(buffered) : buffered;
  }
}
