package dev.shardline.cli.session;

import dev.shardline.run.RunFolder;
import dev.shardline.storage.ObjectLocation;
import dev.shardline.storage.StoreProvider;
import java.io.IOException;
import picocli.CommandLine.Parameters;

/// The RUN argument: a run's folder or `<work>/runs/latest`.
public final class RunArgument {
  @Parameters(
      index = "0",
      paramLabel = "RUN",
      converter = Locations.class,
      description = "The run's folder, or WORK/runs/latest.")
  private ObjectLocation location = ObjectLocation.parse("file:///");

  /// The run's folder.
  public ObjectLocation directory(StoreProvider stores) throws IOException {
    return RunFolder.resolveLatest(stores, location);
  }
}
