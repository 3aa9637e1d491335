package dev.shardline.cli.inspect;

import dev.shardline.run.RunFolder;
import dev.shardline.storage.ObjectLocation;
import dev.shardline.storage.StoreProvider;
import java.io.IOException;

/// Locations inside the newest run: `<work>/runs/latest/train/part-00000.tar`.
final class InRun {
  private static final String LATEST = "/runs/latest/";

  private InRun() {}

  /// The location itself, or for one inside `runs/latest` that inside the run it names.
  static ObjectLocation resolve(StoreProvider stores, ObjectLocation location) throws IOException {
    int at = location.key().lastIndexOf(LATEST);
    if (at < 0) {
      return location;
    }
    int end = at + LATEST.length();
    ObjectLocation latest =
        new ObjectLocation(
            location.scheme(), location.container(), location.key().substring(0, end - 1));
    return RunFolder.resolveLatest(stores, latest).resolve(location.key().substring(end));
  }
}
