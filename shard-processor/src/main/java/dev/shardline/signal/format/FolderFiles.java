package dev.shardline.signal.format;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;

/// A sample whose files lie in one local folder. Opened files stay open until this is closed. Not
/// safe for concurrent use.
public final class FolderFiles implements SampleFiles, AutoCloseable {
  private final Path folder;
  private final Map<String, FileSource> open = new HashMap<>();

  public FolderFiles(Path folder) {
    this.folder = folder;
  }

  @Override
  public Optional<ByteSource> find(String name) throws IOException {
    FileSource known = open.get(name);
    if (known != null) {
      return Optional.of(known);
    }
    if (!isPlainName(name) || !Files.isRegularFile(folder.resolve(name))) {
      return Optional.empty();
    }
    FileSource opened = new FileSource(folder.resolve(name));
    open.put(name, opened);
    return Optional.of(opened);
  }

  private static boolean isPlainName(String name) {
    try {
      Path path = Path.of(name);
      return !name.isEmpty()
          && path.getNameCount() == 1
          && !path.isAbsolute()
          && !name.equals(".")
          && !name.equals("..");
    } catch (InvalidPathException notAName) {
      return false;
    }
  }

  @Override
  public void close() throws IOException {
    for (FileSource source : open.values()) {
      source.close();
    }
    open.clear();
  }
}
