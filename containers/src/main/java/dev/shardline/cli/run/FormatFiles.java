package dev.shardline.cli.run;

import dev.shardline.run.RunFolder;
import dev.shardline.run.RunFolder.FurtherFiles;
import dev.shardline.shard.Compression;
import dev.shardline.shard.Compression.Method;
import dev.shardline.shard.MdsIndexes;
import dev.shardline.storage.StoreProvider;
import java.util.Locale;

/// What the format of a run's shards wants beside them.
final class FormatFiles {
  private static final String MDS = "mds";

  private FormatFiles() {}

  /// The files for the format that the run's description names.
  static FurtherFiles of(StoreProvider stores, RunFolder folder) {
    var output = folder.description().output();
    if (!output.path("format").asText().equals(MDS)) {
      return FurtherFiles.NONE;
    }
    Compression compression =
        new Compression(
            Method.valueOf(output.path("compression").asText().toUpperCase(Locale.ROOT)),
            output.path("compression-level").asInt());
    return new MdsIndexes(stores.storeOf(folder.directory()), folder.directory(), compression)
        ::write;
  }
}
