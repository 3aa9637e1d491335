package dev.shardline.worker;

import com.fasterxml.jackson.databind.JsonNode;
import dev.shardline.digest.CanonicalJson;
import dev.shardline.lineage.RunDescription;
import dev.shardline.storage.ListRequest;
import dev.shardline.storage.ListRequest.Depth;
import dev.shardline.storage.ObjectLocation;
import dev.shardline.storage.ObjectPage;
import dev.shardline.storage.ObjectStore;
import java.io.IOException;
import java.nio.file.NoSuchFileException;
import java.util.ArrayList;
import java.util.List;

/// The runs whose parts can stand in for parts of a new run: same recipe, same output, same output
/// version, whatever data set.
public final class EarlierRuns {
  private EarlierRuns() {}

  /// The directories of such runs beside a run's own, in the order of their names.
  ///
  /// @param store keeps them
  /// @param directory of the new run: `<work>/runs/<run-id>/`
  public static List<ObjectLocation> beside(
      ObjectStore store, ObjectLocation directory, RunDescription run) throws IOException {
    List<ObjectLocation> found = new ArrayList<>();
    for (ObjectLocation other : siblings(store, directory)) {
      if (!other.equals(directory.asDirectory()) && isAlike(store, other, run)) {
        found.add(other);
      }
    }
    return List.copyOf(found);
  }

  private static List<ObjectLocation> siblings(ObjectStore store, ObjectLocation directory)
      throws IOException {
    String key = directory.asDirectory().key();
    String parent = key.substring(0, key.lastIndexOf('/', Math.max(0, key.length() - 2)) + 1);
    ObjectLocation runs = new ObjectLocation(directory.scheme(), directory.container(), parent);
    List<ObjectLocation> all = new ArrayList<>();
    ListRequest request = new ListRequest(runs, "", Depth.SHALLOW, ListRequest.PAGE);
    ObjectPage page = store.list(request);
    all.addAll(page.directories());
    while (page.more() && !page.directories().isEmpty()) {
      request = request.after(page.directories().getLast().key());
      page = store.list(request);
      all.addAll(page.directories());
    }
    return all;
  }

  private static boolean isAlike(ObjectStore store, ObjectLocation other, RunDescription run)
      throws IOException {
    ObjectLocation file = other.resolve(RunDescription.FILE_NAME);
    try {
      RunDescription theirs = RunDescription.read(store.read(file), file.toString());
      return same(theirs.recipe(), run.recipe())
          && same(theirs.output(), run.output())
          && theirs.outputVersion() == run.outputVersion();
    } catch (NoSuchFileException _) {
      return false;
    }
  }

  /// Compares as the run's identity does; a number read from a file may be of another Java type.
  private static boolean same(JsonNode one, JsonNode other) {
    return CanonicalJson.digestOf(one).equals(CanonicalJson.digestOf(other));
  }
}
