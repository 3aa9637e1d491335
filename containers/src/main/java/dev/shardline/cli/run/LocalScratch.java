package dev.shardline.cli.run;

import dev.shardline.storage.ObjectLocation;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

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

  /// Takes the folder of that name.
  ScratchFolder take(String name) throws IOException {
    return ScratchFolder.take(base, name);
  }

  /// A file of that name beside the folders.
  Path file(String name) throws IOException {
    return Files.createDirectories(base).resolve(name);
  }
}
