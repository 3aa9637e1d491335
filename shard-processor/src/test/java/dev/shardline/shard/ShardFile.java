package dev.shardline.shard;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/// Encodes and seals records as a part does.
final class ShardFile {
  private ShardFile() {}

  static SealedShard sealed(
      ShardFormat format, Path folder, String storedName, ShardRecord... records) throws Exception {
    List<RecordSpan> spans = new ArrayList<>();
    Path spool = Files.createTempFile(folder, "spool", "");
    long offset = 0;
    try (var out = Files.newOutputStream(spool)) {
      for (ShardRecord record : records) {
        EncodedRecord encoded = format.encode(record);
        out.write(encoded.head());
        for (byte[] piece : encoded.pieces()) {
          out.write(piece);
        }
        spans.add(new RecordSpan(offset, encoded.length(), encoded.head().length));
        offset += encoded.length();
      }
    }
    return format.seal(spool, spans, Files.createTempDirectory(folder, "work"), storedName);
  }

  static Path sidecar(SealedShard shard, String suffix) throws IOException {
    return shard.sidecars().stream()
        .filter(sidecar -> sidecar.suffix().equals(suffix))
        .findFirst()
        .orElseThrow()
        .file();
  }
}
