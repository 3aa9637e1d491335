package dev.shardline.cli.run;

import dev.shardline.storage.ObjectLocation;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.stream.Stream;

/// Folders on this machine for what is not finished.
///
/// @param base holds them
record LocalScratch(Path base) {
  /// On the output's own disk where that is local, so that finished shards need no copy.
  static LocalScratch beside(ObjectLocation work) {
    return work.scheme().equals("file")
        ? new LocalScratch(work.toPath().resolve(".scratch"))
        : ofThisMachine();
  }

  /// In the machine's folder for temporary files.
  static LocalScratch ofThisMachine() {
    return new LocalScratch(Path.of(System.getProperty("java.io.tmpdir"), "shardline"));
  }

  /// The folder of that name, made if need be.
  Path folder(String name) throws IOException {
    return Files.createDirectories(base.resolve(name));
  }

  /// Removes such a folder and everything in it.
  static void delete(Path folder) throws IOException {
    try (Stream<Path> tree = Files.walk(folder)) {
      for (Path path : tree.sorted(Comparator.reverseOrder()).toList()) {
        Files.deleteIfExists(path);
      }
    }
  }
}
