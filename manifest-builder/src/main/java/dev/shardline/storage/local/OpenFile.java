package dev.shardline.storage.local;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;

/// A file open for reading, and what the file system tells of that very file.
///
/// @param channel at its start; the receiver closes it
record OpenFile(FileChannel channel, FileFacts facts) {
  /// Opens a name, links followed. Another writer may give the name to another file between the
  /// question and the opening, so the facts count only if they hold before and after it.
  static OpenFile of(Path path) throws IOException {
    while (true) {
      FileFacts facts = FileFacts.read(path);
      FileChannel channel = FileChannel.open(path, StandardOpenOption.READ);
      try {
        if (facts.equals(FileFacts.read(path))) {
          return new OpenFile(channel, facts);
        }
        channel.close();
      } catch (IOException | RuntimeException failure) {
        channel.close();
        throw failure;
      }
    }
  }
}
