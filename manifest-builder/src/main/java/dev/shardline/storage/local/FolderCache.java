package dev.shardline.storage.local;

import java.io.IOException;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;

/// Remembers the names in the large folders read last, so that the pages of one folder do not each
/// read it again. A folder whose modification time tells that it may have changed is read anew.
/// Safe for many threads.
final class FolderCache {
  /// Smaller folders are as quickly read again.
  private static final int WORTH_KEEPING = 1_000;

  /// Bounds the memory: some 100 bytes for each name.
  private static final int NAMES_KEPT = 2_000_000;

  /// A file system may give changes so close together the same time.
  private static final long CLOCK_GRAIN_NANOS = TimeUnit.SECONDS.toNanos(2);

  private record Remembered(long modifiedNanos, List<FolderEntry> entries) {}

  private final Map<Path, Remembered> folders = new LinkedHashMap<>(16, 0.75f, true);
  private final CautiousClock clock;
  private int namesKept;

  FolderCache() {
    this(new CautiousClock());
  }

  FolderCache(CautiousClock clock) {
    this.clock = clock;
  }

  /// The names in a folder, in key order; none if it does not exist or is no folder.
  List<FolderEntry> entries(Path folder) throws IOException {
    long modified;
    try {
      FileFacts facts = FileFacts.read(folder);
      if (facts.kind() != FileFacts.Kind.FOLDER) {
        return List.of();
      }
      modified = facts.modifiedNanos();
    } catch (NoSuchFileException _) {
      return List.of();
    }
    List<FolderEntry> known = recall(folder, modified);
    if (known != null) {
      return known;
    }
    long readAt = clock.epochNanos();
    List<FolderEntry> entries = FolderEntry.read(folder);
    if (entries.size() >= WORTH_KEEPING && modified < readAt - CLOCK_GRAIN_NANOS) {
      remember(folder, new Remembered(modified, entries));
    }
    return entries;
  }

  private synchronized @Nullable List<FolderEntry> recall(Path folder, long modified) {
    Remembered remembered = folders.get(folder);
    return remembered != null && remembered.modifiedNanos == modified ? remembered.entries : null;
  }

  private synchronized void remember(Path folder, Remembered read) {
    Remembered before = folders.put(folder, read);
    namesKept += read.entries.size() - (before == null ? 0 : before.entries.size());
    Iterator<Remembered> eldest = folders.values().iterator();
    while (namesKept > NAMES_KEPT && eldest.hasNext()) {
      namesKept -= eldest.next().entries.size();
      eldest.remove();
    }
  }
}
