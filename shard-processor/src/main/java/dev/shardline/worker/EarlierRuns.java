package dev.shardline.worker;

import com.fasterxml.jackson.databind.JsonNode;
import dev.shardline.digest.CanonicalJson;
import dev.shardline.lineage.DamagedFileException;
import dev.shardline.lineage.RunDescription;
import dev.shardline.storage.ObjectLocation;
import dev.shardline.storage.ObjectStore;
import java.io.IOException;
import java.nio.file.NoSuchFileException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/// The runs beside a new one, `<work>/runs/…`. Parts of those with the same recipe, output and
/// output version, whatever their data set, can stand in for parts of the new run.
public final class EarlierRuns {
  private static final String RUNS = "runs/";

  private EarlierRuns() {}

  /// A run beside the new one.
  ///
  /// @param differences what keeps its parts from being taken over; none if nothing does
  public record EarlierRun(ObjectLocation directory, List<String> differences) {
    public EarlierRun {
      differences = List.copyOf(differences);
    }

    /// Whether its parts can be taken over.
    public boolean isAlike() {
      return differences.isEmpty();
    }
  }

  /// All of them, in the order of their names.
  ///
  /// @param store keeps them
  /// @param directory of the new run: `<work>/runs/<run-id>/`; a run that lies elsewhere has none
  ///   beside it
  public static List<EarlierRun> beside(
      ObjectStore store, ObjectLocation directory, RunDescription run) throws IOException {
    String key = directory.asDirectory().key();
    String parent = key.substring(0, key.lastIndexOf('/', Math.max(0, key.length() - 2)) + 1);
    List<EarlierRun> found = new ArrayList<>();
    if (parent.endsWith(RUNS)) {
      ObjectLocation runs = new ObjectLocation(directory.scheme(), directory.container(), parent);
      for (ObjectLocation other : store.foldersOf(runs)) {
        if (!other.equals(directory.asDirectory())) {
          compare(store, other, run).ifPresent(found::add);
        }
      }
    }
    return List.copyOf(found);
  }

  /// The directories of those whose parts can be taken over.
  public static List<ObjectLocation> alike(
      ObjectStore store, ObjectLocation directory, RunDescription run) throws IOException {
    return beside(store, directory, run).stream()
        .filter(EarlierRun::isAlike)
        .map(EarlierRun::directory)
        .toList();
  }

  private static Optional<EarlierRun> compare(
      ObjectStore store, ObjectLocation other, RunDescription run) throws IOException {
    ObjectLocation file = other.resolve(RunDescription.FILE_NAME);
    try {
      RunDescription theirs = RunDescription.read(store.read(file), file.toString());
      return Optional.of(new EarlierRun(other, differences(theirs, run)));
    } catch (NoSuchFileException _) {
      return Optional.empty();
    } catch (DamagedFileException damaged) {
      return Optional.of(new EarlierRun(other, List.of(String.valueOf(damaged.getMessage()))));
    }
  }

  private static List<String> differences(RunDescription theirs, RunDescription ours) {
    List<String> differences = new ArrayList<>();
    if (!same(theirs.recipe(), ours.recipe())) {
      differences.add("another recipe");
    }
    if (!same(theirs.output(), ours.output())) {
      differences.add("another output section");
    }
    if (theirs.outputVersion() != ours.outputVersion()) {
      differences.add("another output version");
    }
    return differences;
  }

  /// Compares as the run's identity does; a number read from a file may be of another Java type.
  private static boolean same(JsonNode one, JsonNode other) {
    return CanonicalJson.digestOf(one).equals(CanonicalJson.digestOf(other));
  }
}
