package dev.shardline.shard;

import dev.shardline.digest.Digest;
import dev.shardline.lineage.RunIndex.PartEntry;
import dev.shardline.lineage.RunPaths;
import dev.shardline.lineage.ShardEntry;
import dev.shardline.lineage.UncompressedShard;
import dev.shardline.storage.ByteRange;
import dev.shardline.storage.Content;
import dev.shardline.storage.ObjectLocation;
import dev.shardline.storage.ObjectStore;
import dev.shardline.storage.ObjectVersion;
import java.io.IOException;
import java.io.InputStream;
import java.util.ArrayList;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;

/// Writes the `index.json` that mosaicml-streaming reads, beside the MDS shards of every split and
/// output of a run. Made of the shards alone: writing it again gives the same bytes.
public final class MdsIndexes {
  private final ObjectStore store;
  private final ObjectLocation run;
  private final Compression compression;

  /// @param store keeps `run`
  /// @param run the run's directory
  /// @param compression of its shards
  public MdsIndexes(ObjectStore store, ObjectLocation run, Compression compression) {
    this.store = store;
    this.run = run;
    this.compression = compression;
  }

  /// Writes them all; the shards of a folder in the order of their parts.
  ///
  /// @return one for each folder with shards, by its path inside the run
  public List<ShardEntry> write(List<PartEntry> parts) throws IOException {
    SortedMap<String, MdsIndex> indexes = new TreeMap<>();
    for (PartEntry part : parts) {
      for (ShardEntry shard : part.shards()) {
        String path = RunPaths.shard(part.part().split(), shard.name());
        int name = path.lastIndexOf('/') + 1;
        MdsIndex index = indexes.computeIfAbsent(path.substring(0, name), _ -> new MdsIndex());
        add(index, path, path.substring(name), shard);
      }
    }
    List<ShardEntry> written = new ArrayList<>();
    for (var index : indexes.entrySet()) {
      String path = index.getKey() + MdsIndex.FILE_NAME;
      byte[] bytes = index.getValue().toBytes();
      var ignored = store.write(run.resolve(path), Content.ofBytes(bytes));
      written.add(new ShardEntry(path, bytes.length, Digest.of(bytes), 0));
    }
    return List.copyOf(written);
  }

  private void add(MdsIndex index, String path, String name, ShardEntry shard) throws IOException {
    try (InputStream stored = store.open(run.resolve(path), ObjectVersion.ANY, ByteRange.ALL);
        InputStream shardBytes = UncompressedShard.open(stored, name)) {
      var ignored =
          index.add(
              new ShardEntry(name, shard.bytes(), shard.sha256(), shard.records()),
              shardBytes,
              compression);
    }
  }
}
