package dev.shardline.shard;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.shardline.digest.CanonicalJson;
import dev.shardline.lineage.ShardEntry;
import java.io.DataInputStream;
import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.util.ArrayList;
import java.util.List;

/// Makes the `index.json` that mosaicml-streaming reads first, from the shards of a folder.
public final class MdsIndex {
  /// The file's name, beside the shards.
  public static final String FILE_NAME = "index.json";

  private static final int U32 = 4;
  private static final int MOST_HEADER = 64 << 20;

  private final ArrayNode shards = CanonicalJson.object().putArray("shards");

  /// Adds a shard, in the order in which streaming shall number the records.
  ///
  /// @param entry what the ledger says of it; `name` without folders
  /// @param uncompressed its uncompressed bytes from the first one; read up to the records
  /// @param compression how it is stored
  /// @throws EOFException if the shard is cut
  public MdsIndex add(ShardEntry entry, InputStream uncompressed, Compression compression)
      throws IOException {
    Header header = header(uncompressed);
    JsonNode columns = header.columns();
    ObjectNode shard = CanonicalJson.object();
    shard.set("column_encodings", columns.required("column_encodings"));
    shard.set("column_names", columns.required("column_names"));
    shard.set("column_sizes", columns.required("column_sizes"));
    boolean stored = compression.equals(Compression.NONE);
    if (stored) {
      shard.putNull("compression");
    } else {
      shard.put("compression", streamingName(compression));
    }
    shard.put("format", "mds");
    shard.putArray("hashes").add("sha256");
    String rawName =
        entry.name().substring(0, entry.name().length() - compression.suffix().length());
    ObjectNode raw =
        shard.putObject("raw_data").put("basename", rawName).put("bytes", header.rawBytes());
    ObjectNode rawHashes = raw.putObject("hashes");
    shard.put("samples", entry.records()).putNull("size_limit").put("version", 2);
    if (stored) {
      rawHashes.put("sha256", entry.sha256().hex());
      shard.putNull("zip_data");
    } else {
      ObjectNode zip =
          shard.putObject("zip_data").put("basename", entry.name()).put("bytes", entry.bytes());
      zip.putObject("hashes").put("sha256", entry.sha256().hex());
    }
    shards.add(shard);
    return this;
  }

  private static String streamingName(Compression compression) {
    String name =
        switch (compression.method()) {
          case NONE -> "";
          case GZIP -> "gz";
          case ZSTD -> "zstd";
        };
    return name + ":" + compression.level();
  }

  /// @param rawBytes where the last record ends: the shard's uncompressed size
  private record Header(JsonNode columns, long rawBytes) {}

  private static Header header(InputStream shard) throws IOException {
    DataInputStream in = new DataInputStream(shard);
    long count = u32(in);
    long first = u32(in);
    long header = first - U32 * (count + 2);
    if (count < 1 || header <= 0 || header > MOST_HEADER) {
      throw new IOException("Not an MDS shard: its first record would begin at byte " + first);
    }
    in.skipNBytes(U32 * (count - 1));
    long end = u32(in);
    return new Header(CanonicalJson.parse(in.readNBytes((int) header)), end);
  }

  private static long u32(DataInputStream in) throws IOException {
    return Integer.toUnsignedLong(Integer.reverseBytes(in.readInt()));
  }

  /// The file's bytes.
  public byte[] toBytes() {
    ObjectNode index = CanonicalJson.object();
    List<JsonNode> copies = new ArrayList<>();
    shards.forEach(copies::add);
    index.putArray("shards").addAll(copies);
    return CanonicalJson.line(index.put("version", 2));
  }
}
