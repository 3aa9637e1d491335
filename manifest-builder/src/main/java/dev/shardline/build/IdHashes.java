package dev.shardline.build;

import dev.shardline.column.TextColumn;
import dev.shardline.digest.StableHash;
import dev.shardline.grouping.SampleTable;
import dev.shardline.split.Groups;
import java.util.Arrays;

/// The plain hashes of samples' ids, from which all that is drawn follows. Made anew when they are
/// asked for: that takes less than it would to keep them beside what the splits and parts need.
record IdHashes(SampleTable samples) {
  /// For each group the hash of its first sample's id.
  long[] of(Groups groups) {
    long[] hashes = new long[groups.count()];
    if (groups.areSingles()) {
      Arrays.parallelSetAll(hashes, this::hash);
    } else {
      int[] first = groups.firstSamples();
      Arrays.parallelSetAll(hashes, group -> hash(first[group]));
    }
    return hashes;
  }

  private long hash(int sample) {
    TextColumn ids = samples.ids();
    int row = samples.idRow(sample);
    return StableHash.of(ids.bytes(row), ids.start(row), ids.length(row));
  }
}
