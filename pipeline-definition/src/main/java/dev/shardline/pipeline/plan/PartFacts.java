package dev.shardline.pipeline.plan;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;

/// What is known of a built data set's parts.
///
/// @param splits by name, in the data set's order
public record PartFacts(Map<String, SplitParts> splits) {
  /// @param parts how many parts the split has
  /// @param bytes of all its samples
  public record SplitParts(int parts, long bytes) {
    public SplitParts {
      if (parts < 1 || bytes < 0) {
        throw new IllegalArgumentException(
            "A split has at least 1 part and no negative size, got %d parts of %d bytes"
                .formatted(parts, bytes));
      }
    }
  }

  public PartFacts {
    splits = Collections.unmodifiableMap(new LinkedHashMap<>(splits));
  }

  /// The parts of all splits.
  public int parts() {
    return splits.values().stream().mapToInt(SplitParts::parts).sum();
  }

  /// The bytes that the busiest of `instances` machines has to read, where every machine gets the
  /// same number of parts give or take one: each split is sharded for itself, and a machine may be
  /// the one with an extra part in each.
  public double busiestBytes(int instances) {
    double bytes = 0;
    for (SplitParts split : splits.values()) {
      int most = Math.ceilDiv(split.parts(), instances);
      bytes += (double) split.bytes() / split.parts() * most;
    }
    return bytes;
  }
}
