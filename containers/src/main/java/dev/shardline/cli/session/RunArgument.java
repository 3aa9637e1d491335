package dev.shardline.cli.session;

import dev.shardline.failure.UsageException;
import dev.shardline.manifest.DatasetFiles;
import dev.shardline.run.RunFolder;
import dev.shardline.storage.ListRequest;
import dev.shardline.storage.ObjectLocation;
import dev.shardline.storage.ObjectPage;
import dev.shardline.storage.StoreProvider;
import java.io.IOException;
import java.nio.file.NoSuchFileException;
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
  ///
  /// @throws UsageException if nothing at all lies there, or a data set
  public ObjectLocation directory(StoreProvider stores) throws IOException {
    ObjectLocation directory = RunFolder.resolveLatest(stores, location);
    if (isDataset(stores, directory)) {
      throw new UsageException(
          "%s is a data set, not a run. Name a run made of it, below WORK/runs/, or WORK/runs/latest."
              .formatted(directory));
    }
    if (isEmpty(stores, directory)) {
      throw new UsageException(
          "%s: expected a run, found nothing. Name a folder below WORK/runs/, or WORK/runs/latest."
              .formatted(directory));
    }
    return directory;
  }

  private static boolean isDataset(StoreProvider stores, ObjectLocation directory)
      throws IOException {
    ObjectLocation description = directory.resolve(DatasetFiles.DESCRIPTION);
    return stores.storeOf(description).head(description).isPresent();
  }

  private static boolean isEmpty(StoreProvider stores, ObjectLocation directory)
      throws IOException {
    try {
      ListRequest first = new ListRequest(directory, "", ListRequest.Depth.RECURSIVE, 1);
      ObjectPage page = stores.storeOf(directory).list(first);
      return page.objects().isEmpty() && !page.more();
    } catch (NoSuchFileException absent) {
      return true;
    }
  }
}
