package dev.shardline.program;

import dev.shardline.digest.Digest;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;
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

  private static SortedMap<String, Digest> of(Path folder, List<String> without) {
    SortedMap<String, Digest> digests = new TreeMap<>();
    try (Stream<Path> files = Files.walk(folder)) {
      files
          .filter(Files::isRegularFile)
          .filter(file -> !without.contains(folder.relativize(file).getName(0).toString()))
          .forEach(file -> digests.put(folder.relativize(file).toString(), digest(file)));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return digests;
  }

  private static Digest digest(Path file) {
    try {
      return Digest.of(Files.readAllBytes(file));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /// The run that `<work>/runs/latest` names.
  static Path latest(Path work) throws IOException {
    return work.resolve("runs").resolve(Files.readString(work.resolve("runs/latest")).strip());
  }
}
