package dev.shardline.storage.local;

import dev.shardline.storage.ListRequest;
import dev.shardline.storage.ListRequest.Depth;
import dev.shardline.storage.ObjectLocation;
import dev.shardline.storage.ObjectPage;
import dev.shardline.storage.ObjectSummary;
import java.io.IOException;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/// Walks the folders for one page, in key order, looking only into those the page needs.
final class LocalListing {
  private final FolderCache cache;
  private final ListRequest request;
  private final String prefix;
  private final List<ObjectSummary> objects = new ArrayList<>();
  private final List<ObjectLocation> directories = new ArrayList<>();

  LocalListing(FolderCache cache, ListRequest request) {
    this.cache = cache;
    this.request = request;
    this.prefix = request.prefix().key();
  }

  ObjectPage page() throws IOException {
    Path folder = LocalPaths.folder(request.prefix());
    String folderKey = prefix.substring(0, prefix.lastIndexOf('/') + 1);
    boolean complete = liesBefore(folderKey) || visit(folder, folderKey, LinkTrail.to(folder));
    return new ObjectPage(objects, directories, !complete);
  }

  /// Takes in what the page needs of a folder; false if the page is full and more would follow.
  private boolean visit(Path folder, String folderKey, LinkTrail trail) throws IOException {
    List<FolderEntry> entries = read(folder);
    for (int i = firstEntry(entries, folderKey); i < entries.size(); i++) {
      FolderEntry entry = entries.get(i);
      String key = folderKey + entry.name();
      if (!key.startsWith(prefix)) {
        return true; // sorted: nothing after it has the prefix either
      }
      if (!take(entry, key, folder.resolve(entry.name()), trail)) {
        return false;
      }
    }
    return true;
  }

  private List<FolderEntry> read(Path folder) throws IOException {
    try {
      return cache.entries(folder);
    } catch (IOException failure) {
      throw LocalFailures.reading(ObjectLocation.ofPath(folder).asDirectory(), failure);
    }
  }

  private int firstEntry(List<FolderEntry> entries, String folderKey) {
    String start = request.startAfter();
    int afterStart =
        start.startsWith(folderKey)
            ? FolderEntry.firstAfter(entries, start.substring(folderKey.length()))
            : 0;
    return prefix.length() > folderKey.length()
        ? Math.max(afterStart, FolderEntry.firstFrom(entries, prefix.substring(folderKey.length())))
        : afterStart;
  }

  private boolean take(FolderEntry entry, String key, Path path, LinkTrail trail)
      throws IOException {
    if (!entry.isFolder()) {
      return ObjectLocation.KEY_ORDER.compare(key, request.startAfter()) <= 0
          || takeFile(key, path);
    }
    LinkTrail inside = trail.into(path);
    if (liesBefore(key) || inside.isLoop()) {
      return true;
    }
    if (request.depth() == Depth.RECURSIVE) {
      return visit(path, key, inside);
    }
    return key.equals(request.startAfter()) || takeFolder(key);
  }

  /// Whether every key below a folder comes before the page.
  private boolean liesBefore(String folderKey) {
    String start = request.startAfter();
    return !start.startsWith(folderKey) && ObjectLocation.KEY_ORDER.compare(folderKey, start) < 0;
  }

  private boolean takeFile(String key, Path path) throws IOException {
    if (isFull()) {
      return false;
    }
    try {
      objects.add(FileFacts.readName(path).summary(location(key)));
    } catch (NoSuchFileException _) {
      return true; // removed since the folder was read
    }
    return true;
  }

  private boolean takeFolder(String key) {
    return !isFull() && directories.add(location(key));
  }

  private boolean isFull() {
    return objects.size() + directories.size() == request.limit();
  }

  private ObjectLocation location(String key) {
    return new ObjectLocation(request.prefix().scheme(), request.prefix().container(), key);
  }
}
