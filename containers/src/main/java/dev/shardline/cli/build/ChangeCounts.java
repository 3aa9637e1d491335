package dev.shardline.cli.build;

import dev.shardline.manifest.SampleChange;
import java.util.List;

/// How many changes of each kind there are.
record ChangeCounts(long added, long removed, long moved, long relabelled, long changed) {
  static ChangeCounts of(List<SampleChange> changes) {
    return new ChangeCounts(
        count(changes, SampleChange.Added.class),
        count(changes, SampleChange.Removed.class),
        count(changes, SampleChange.Moved.class),
        count(changes, SampleChange.Relabelled.class),
        count(changes, SampleChange.Changed.class));
  }

  private static long count(List<SampleChange> changes, Class<? extends SampleChange> kind) {
    return changes.stream().filter(kind::isInstance).count();
  }
}
