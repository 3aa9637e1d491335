package dev.shardline.storage.local;

import dev.shardline.storage.ObjectLocation;
import java.io.IOException;
import java.nio.file.DirectoryIteratorException;
import java.nio.file.DirectoryStream;
import java.nio.file.FileSystemException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/// A name in a folder, as far as the order of keys depends on it.
///
/// @param name what the key goes on with: a folder's name ends in `/`
record FolderEntry(String name) {
  private static final Comparator<FolderEntry> ORDER =
      Comparator.comparing(FolderEntry::name, ObjectLocation.KEY_ORDER);

  /// What Java puts in place of bytes that are no text.
  private static final char UNREADABLE = '\uFFFD';

  boolean isFolder() {
    return name.endsWith("/");
  }

  /// Everything in a folder that is an object or a folder, in key order.
  static List<FolderEntry> read(Path folder) throws IOException {
    List<FolderEntry> entries = new ArrayList<>();
    try (DirectoryStream<Path> paths = Files.newDirectoryStream(folder)) {
      for (Path path : paths) {
        of(path).ifPresent(entries::add);
      }
    } catch (DirectoryIteratorException failure) {
      throw failure.getCause();
    }
    entries.sort(ORDER);
    return entries;
  }

  private static Optional<FolderEntry> of(Path path) throws IOException {
    String name = String.valueOf(path.getFileName());
    if (name.indexOf(UNREADABLE) >= 0) {
      throw new FileSystemException(
          path.toString(),
          null,
          "this name is not UTF-8 text; rename it, or run with a locale such as LC_ALL=C.UTF-8");
    }
    if (TemporaryFile.names(name)) {
      return Optional.empty();
    }
    try {
      return switch (FileFacts.readName(path).kind()) {
        case FILE, BROKEN_LINK -> Optional.of(new FolderEntry(name));
        case FOLDER -> Optional.of(new FolderEntry(name + "/"));
        case OTHER -> Optional.empty();
      };
    } catch (NoSuchFileException _) {
      return Optional.empty(); // removed while the folder was read
    }
  }

  /// Where in sorted `entries` those begin whose keys may lie after `start` (what follows the
  /// folder's own key in the key to start after).
  static int firstAfter(List<FolderEntry> entries, String start) {
    int low = firstFrom(entries, start);
    boolean inside = low > 0 && start.startsWith(entries.get(low - 1).name());
    return inside ? low - 1 : low;
  }

  /// Where in sorted `entries` those begin that are not before `name`.
  static int firstFrom(List<FolderEntry> entries, String name) {
    int low = 0;
    int high = entries.size();
    while (low < high) {
      int middle = (low + high) >>> 1;
      if (ObjectLocation.KEY_ORDER.compare(entries.get(middle).name(), name) < 0) {
        low = middle + 1;
      } else {
        high = middle;
      }
    }
    return low;
  }
}
