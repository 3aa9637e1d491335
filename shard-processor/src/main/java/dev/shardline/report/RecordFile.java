package dev.shardline.report;

import dev.shardline.dataset.Split;
import dev.shardline.lineage.RecordEntry;
import dev.shardline.lineage.RunPaths;
import dev.shardline.lineage.ShardEntry;
import dev.shardline.lineage.UncompressedShard;
import dev.shardline.storage.ByteRange;
import dev.shardline.storage.ObjectLocation;
import dev.shardline.storage.ObjectStore;
import dev.shardline.storage.ObjectVersion;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.util.Optional;
import org.apache.commons.compress.archivers.tar.TarArchiveEntry;
import org.apache.commons.compress.archivers.tar.TarArchiveInputStream;

/// Takes one record's array out of a tar shard by the range its ledger gives.
final class RecordFile {
  private static final int LARGEST = 64 << 20;

  private RecordFile() {}

  /// The record's `.npy`; empty if the shard is no tar, or the record is too large to be shown.
  static Optional<byte[]> array(
      ObjectStore store, ObjectLocation run, Split split, ShardEntry shard, RecordEntry record)
      throws IOException {
    if (!shard.name().contains(".tar") || record.length() > LARGEST) {
      return Optional.empty();
    }
    ObjectLocation file = run.resolve(RunPaths.shard(split, shard.name()));
    boolean stored = shard.name().endsWith(".tar");
    ByteRange range = stored ? new ByteRange(record.offset(), record.length()) : ByteRange.ALL;
    try (InputStream raw = store.open(file, ObjectVersion.ANY, range);
        InputStream in = UncompressedShard.open(raw, shard.name())) {
      in.skipNBytes(stored ? 0 : record.offset());
      return member(in.readNBytes((int) record.length()), record.key() + ".npy");
    }
  }

  private static Optional<byte[]> member(byte[] tar, String name) throws IOException {
    try (TarArchiveInputStream members = new TarArchiveInputStream(new ByteArrayInputStream(tar))) {
      for (TarArchiveEntry entry = members.getNextEntry();
          entry != null;
          entry = members.getNextEntry()) {
        if (entry.getName().equals(name)) {
          return Optional.of(members.readAllBytes());
        }
      }
      return Optional.empty();
    }
  }
}
