package dev.shardline.cli.run;

import dev.shardline.cli.session.Locations;
import dev.shardline.manifest.BuiltDataset;
import dev.shardline.storage.ObjectLocation;
import dev.shardline.storage.StoreProvider;
import java.io.IOException;
import picocli.CommandLine.Option;

/// Which data set a command works on.
final class DatasetOption {
  @Option(
      names = "--manifests",
      required = true,
      paramLabel = "URI",
      converter = Locations.class,
      description = "The data set's folder, as `build` printed it.")
  private ObjectLocation folder = ObjectLocation.parse("file:///");

  /// @throws dev.shardline.failure.UsageException if no data set lies there
  BuiltDataset open(StoreProvider stores) throws IOException {
    return DatasetFolder.open(stores, folder);
  }

  ObjectLocation folder() {
    return folder.asDirectory();
  }
}
