package dev.shardline.audit;

import dev.shardline.dataset.Split;
import dev.shardline.digest.Crc32c;
import dev.shardline.lineage.RecordEntry;
import dev.shardline.lineage.RunPaths;
import dev.shardline.lineage.ShardEntry;
import dev.shardline.lineage.UncompressedShard;
import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.util.Comparator;
import java.util.List;
import java.util.zip.CRC32C;

/// Holds a shard to its digest, and each record's range in it to the record's checksum.
final class ShardAudit {
  private static final int BUFFER = 1 << 16;

  private final AuditedFiles files;
  private final String path;
  private final ShardEntry shard;
  private final List<RecordEntry> records;
  private final Findings findings;

  ShardAudit(
      AuditedFiles files,
      Split split,
      ShardEntry shard,
      List<RecordEntry> records,
      Findings findings) {
    this.files = files;
    this.path = RunPaths.shard(split, shard.name());
    this.shard = shard;
    this.records = records.stream().sorted(Comparator.comparingLong(RecordEntry::offset)).toList();
    this.findings = findings;
  }

  /// @return how many records were held to their checksums
  long run() throws IOException {
    if (!files.verify(path, shard.sha256())) {
      return 0;
    }
    try (InputStream in = UncompressedShard.open(files.open(path), shard.name())) {
      long position = 0;
      for (RecordEntry record : records) {
        if (record.offset() < position) {
          findings.add(
              Check.RECORD_RANGE,
              place(record),
              "to begin at byte %d or later".formatted(position),
              "byte " + record.offset());
          return 0;
        }
        in.skipNBytes(record.offset() - position);
        findings.expectEqual(
            Check.RECORD_RANGE,
            place(record),
            "CRC-32C " + record.crc32c(),
            "CRC-32C " + checksum(in, record.length()));
        position = record.offset() + record.length();
      }
      return records.size();
    } catch (EOFException e) {
      findings.add(Check.RECORD_RANGE, path, "all records inside the shard", "its end before");
      return 0;
    }
  }

  private String place(RecordEntry record) {
    return path + ": record " + record.key();
  }

  private static Crc32c checksum(InputStream in, long length) throws IOException {
    CRC32C crc = new CRC32C();
    byte[] buffer = new byte[(int) Math.min(BUFFER, length)];
    long left = length;
    while (left > 0) {
      int read = in.readNBytes(buffer, 0, (int) Math.min(buffer.length, left));
      if (read == 0) {
        throw new EOFException();
      }
      crc.update(buffer, 0, read);
      left -= read;
    }
    return Crc32c.of(crc);
  }
}
