package dev.shardline.program;

import dev.shardline.digest.Digest;
import dev.shardline.storage.ObjectLocation;
import dev.shardline.storage.ObjectSummary;
import dev.shardline.storage.local.LocalStore;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;

/// The files of a run that are evidence, by path, with the digests of their bytes.
final class RunBytes {
  private RunBytes() {}

  /// Everything the run gave: ledgers, shards, index, description.
  static SortedMap<String, Digest> of(Path run) {
    return of(run, List.of("report.html", "workers"));
  }

  /// The shards alone: what must not depend on where the data came from.
  static SortedMap<String, Digest> shardsOf(Path run) {
    SortedMap<String, Digest> shards = of(run);
    shards.keySet().removeIf(path -> !path.endsWith(".tar"));
    return shards;
  }

  /// What the store lists: a killed process may leave temporary files, which are no objects.
  private static SortedMap<String, Digest> of(Path folder, List<String> without) {
    SortedMap<String, Digest> digests = new TreeMap<>();
    ObjectLocation root = ObjectLocation.ofPath(folder).asDirectory();
    try (LocalStore store = new LocalStore()) {
      for (ObjectSummary object : store.listAll(root)) {
        String path = object.location().key().substring(root.key().length());
        if (!without.contains(Path.of(path).getName(0).toString())) {
          digests.put(path, Digest.of(store.read(object.location())));
        }
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return digests;
  }

  /// The run that `<work>/runs/latest` names.
  static Path latest(Path work) throws IOException {
    return work.resolve("runs").resolve(Files.readString(work.resolve("runs/latest")).strip());
  }

  /// Waits until a run in a work folder has committed so many parts.
  static void awaitLedgers(Path work, long wanted) throws IOException, InterruptedException {
    for (int tries = 0; tries < 2400; tries++) {
      if (ledgers(work) >= wanted) {
        return;
      }
      TimeUnit.MILLISECONDS.sleep(25);
    }
    throw new AssertionError("No part was committed below " + work);
  }

  private static long ledgers(Path work) throws IOException {
    if (!Files.isDirectory(work.resolve("runs"))) {
      return 0;
    }
    try (Stream<Path> files = Files.walk(work.resolve("runs"))) {
      return files.filter(file -> file.toString().endsWith(".ledger")).count();
    } catch (UncheckedIOException vanished) {
      return 0; // A temporary file went while the folder was read.
    }
  }
}
