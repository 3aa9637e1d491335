package dev.shardline.cli.run;

import dev.shardline.cli.session.Locations;
import dev.shardline.failure.UsageException;
import dev.shardline.manifest.BuiltDataset;
import dev.shardline.storage.ObjectLocation;
import dev.shardline.storage.StoreProvider;
import java.io.IOException;
import java.nio.file.NoSuchFileException;

/// The data set that a command is given by its folder.
final class DatasetFolder {
  private DatasetFolder() {}

  /// @throws UsageException if no data set lies there
  static BuiltDataset open(StoreProvider stores, ObjectLocation folder) throws IOException {
    try {
      return BuiltDataset.open(stores, folder.asDirectory());
    } catch (NoSuchFileException e) {
      throw new UsageException(
          "%s holds no data set: there is no dataset.json. Give the folder that `shardline build` printed."
              .formatted(Locations.shown(folder)),
          e);
    }
  }
}
