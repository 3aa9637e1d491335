package dev.shardline.signal.format;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

/// A sample whose files lie in one local folder. Files are opened when read; of many, only the most
/// recently read stay open. Not safe for concurrent use.
public final class FolderFiles implements SampleFiles, AutoCloseable {
  private static final int MOST_OPEN = 64;

  private final Path folder;
  private final LinkedHashMap<String, FileSource> open = new LinkedHashMap<>(16, 0.75f, true);

  public FolderFiles(Path folder) {
    this.folder = folder;
  }

  @Override
  public Optional<ByteSource> find(String name) throws IOException {
    if (!isPlainName(name) || !Files.isRegularFile(folder.resolve(name))) {
      return Optional.empty();
    }
    return Optional.of(new Lazy(name));
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

  private FileSource source(String name) throws IOException {
    FileSource known = open.get(name);
    if (known != null) {
      return known;
    }
    if (open.size() == MOST_OPEN) {
      Map.Entry<String, FileSource> eldest = open.firstEntry();
      open.remove(eldest.getKey());
      eldest.getValue().close();
    }
    FileSource opened = new FileSource(folder.resolve(name));
    open.put(name, opened);
    return opened;
  }

  @Override
  public void close() throws IOException {
    for (FileSource source : open.values()) {
      source.close();
    }
    open.clear();
  }

  private final class Lazy implements ByteSource {
    private final String name;

    Lazy(String name) {
      this.name = name;
    }

    @Override
    public long size() throws IOException {
      return source(name).size();
    }

    @Override
    public void read(long offset, byte[] into, int at, int length) throws IOException {
      source(name).read(offset, into, at, length);
    }
  }
}
