package dev.shardline.build;

import dev.shardline.failure.PermanentException;
import dev.shardline.manifest.DatasetFiles;
import dev.shardline.probe.ReadPool;
import dev.shardline.storage.Content;
import dev.shardline.storage.ObjectLocation;
import dev.shardline.storage.ObjectStore;
import dev.shardline.storage.PublishOutcome;
import dev.shardline.storage.StorageFailure;
import dev.shardline.storage.StoreProvider;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;

/// Puts a data set's files where they belong: `dataset.json` last and only if none is there, so
/// that a directory with one is whole. Two builds of the same data set write the same bytes to the
/// same names and do not disturb each other.
final class Publisher {
  private static final int WRITES_AT_ONCE = 16;

  private final StoreProvider stores;

  Publisher(StoreProvider stores) {
    this.stores = stores;
  }

  /// Publishes all files of a folder.
  ///
  /// @param description the bytes of `dataset.json`
  void publish(Path folder, ObjectLocation directory, byte[] description) {
    ObjectStore store = stores.storeOf(directory);
    try {
      List<Path> files = files(folder);
      new ReadPool(WRITES_AT_ONCE)
          .readAll(files.size(), index -> write(store, folder, directory, files.get(index)));
      requireWhole(
          store.publish(directory.resolve(DatasetFiles.DESCRIPTION), Content.ofBytes(description)));
    } catch (IOException e) {
      throw StorageFailure.ending(e);
    }
  }

  private static List<Path> files(Path folder) throws IOException {
    try (Stream<Path> walk = Files.walk(folder)) {
      return walk.filter(Files::isRegularFile).sorted().toList();
    }
  }

  private static void write(ObjectStore store, Path folder, ObjectLocation directory, Path file) {
    try {
      String relative = folder.relativize(file).toString();
      store.write(directory.resolve(relative), Content.ofFinishedFile(file));
    } catch (IOException e) {
      throw StorageFailure.ending(e);
    }
  }

  private static void requireWhole(PublishOutcome outcome) {
    switch (outcome) {
      case PublishOutcome.Published _, PublishOutcome.AlreadyIdentical _ -> {}
      case PublishOutcome.AlreadyDifferent different ->
          throw new PermanentException(
              "%s holds other bytes than its directory's name says; remove that directory and build again"
                  .formatted(different.object().location()));
    }
  }
}
