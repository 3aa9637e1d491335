package dev.shardline.inspect;

import dev.shardline.storage.Content;
import dev.shardline.storage.ObjectLocation;
import dev.shardline.storage.memory.MemoryStore;
import java.io.IOException;

/// Files to look into.
public final class FilesInMemory {
  private final MemoryStore store = new MemoryStore();

  /// Adds a file.
  public FilesInMemory with(String name, byte[] bytes) throws IOException {
    store.write(location(name), Content.ofBytes(bytes));
    return this;
  }

  /// Opens one of the files.
  public InspectedFile open(String name) throws IOException {
    return InspectedFile.open(store, location(name));
  }

  private static ObjectLocation location(String name) {
    return ObjectLocation.parse("memory://files/folder/" + name);
  }
}
