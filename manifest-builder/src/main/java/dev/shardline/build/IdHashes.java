package dev.shardline.build;

import dev.shardline.column.TextColumn;
import dev.shardline.digest.StableHash;
import dev.shardline.grouping.SampleTable;
import dev.shardline.split.Groups;
import java.util.Arrays;

/// The plain hashes of samples' ids, from which all that is drawn follows. For one thread.
final class IdHashes {
  private static final long[] NONE = new long[0];

  private final SampleTable samples;

  /// Those of all samples, once they have been asked for.
  private long[] ofAll = NONE;

  IdHashes(SampleTable samples) {
    this.samples = samples;
  }

  /// For each group the hash of its first sample's id. Not to be changed.
  long[] of(Groups groups) {
    if (!groups.areSingles()) {
      int[] first = groups.firstSamples();
      long[] hashes = new long[first.length];
      Arrays.parallelSetAll(hashes, group -> hash(first[group]));
      return hashes;
    }
    if (ofAll.length != samples.size()) {
      ofAll = new long[samples.size()];
      Arrays.parallelSetAll(ofAll, this::hash);
    }
    return ofAll;
  }

  private long hash(int sample) {
    TextColumn ids = samples.ids();
    int row = samples.idRow(sample);
    return StableHash.of(ids.bytes(row), ids.start(row), ids.length(row));
  }
}
