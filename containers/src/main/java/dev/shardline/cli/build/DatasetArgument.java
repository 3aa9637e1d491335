package dev.shardline.cli.build;

import dev.shardline.failure.UsageException;
import dev.shardline.manifest.BuiltDataset;
import dev.shardline.storage.ObjectLocation;
import dev.shardline.storage.StoreProvider;
import java.io.IOException;
import java.nio.file.NoSuchFileException;

/// Opens data sets that the command line names.
final class DatasetArgument {
  private DatasetArgument() {}

  /// @throws UsageException if there is none
  static BuiltDataset open(StoreProvider stores, ObjectLocation directory) throws IOException {
    try {
      return BuiltDataset.open(stores, directory.asDirectory());
    } catch (NoSuchFileException e) {
      throw new UsageException(
          "There is no data set in %s: name the directory that `shardline build` printed"
              .formatted(directory),
          e);
    }
  }
}
