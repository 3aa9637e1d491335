package dev.shardline.storage.local;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.time.Duration;
import java.time.Instant;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// A folder's names are remembered only where no change could go unnoticed, also under a clock that
/// jumps.
class FolderCacheTest {
  private static final Instant CHANGED = Instant.parse("2026-03-04T05:06:07Z");
  private static final int NAMES = 1_000;

  @TempDir private Path folder;

  private final AtomicLong wallMillis = new AtomicLong();
  private final AtomicLong steadyNanos = new AtomicLong(-7);
  private FolderCache cache = new FolderCache();

  @BeforeEach
  void fill() throws IOException {
    for (int i = 0; i < NAMES; i++) {
      Files.createFile(folder.resolve("name-" + i));
    }
    Files.setLastModifiedTime(folder, FileTime.from(CHANGED));
    wallMillis.set(CHANGED.toEpochMilli());
    cache = new FolderCache(new CautiousClock(wallMillis::get, steadyNanos::get));
  }

  private void pass(Duration time) {
    wallMillis.addAndGet(time.toMillis());
    steadyNanos.addAndGet(time.toNanos());
  }

  /// A file that comes without any change of the folder's time, as within one tick of a clock.
  private int namesAfterAnUnnoticedChange() throws IOException {
    cache.entries(folder);
    Files.createFile(folder.resolve("late"));
    Files.setLastModifiedTime(folder, FileTime.from(CHANGED));
    return cache.entries(folder).size();
  }

  @Test
  void aFolderThatWasChangedJustNowIsReadAgain() throws IOException {
    pass(Duration.ofSeconds(1));
    assertThat(namesAfterAnUnnoticedChange()).isEqualTo(NAMES + 1);
  }

  @Test
  void aFolderThatWasChangedLongAgoIsRemembered() throws IOException {
    pass(Duration.ofSeconds(10));
    assertThat(namesAfterAnUnnoticedChange()).isEqualTo(NAMES);
  }

  @Test
  void aClockThatJumpsForwardMakesNoFolderOld() throws IOException {
    pass(Duration.ofSeconds(1));
    wallMillis.addAndGet(Duration.ofDays(1).toMillis());
    assertThat(namesAfterAnUnnoticedChange()).isEqualTo(NAMES + 1);
  }

  @Test
  void aClockThatJumpsBackMakesNoFolderOld() throws IOException {
    pass(Duration.ofSeconds(10));
    wallMillis.addAndGet(-Duration.ofDays(1).toMillis());
    assertThat(namesAfterAnUnnoticedChange()).isEqualTo(NAMES + 1);
  }
}
