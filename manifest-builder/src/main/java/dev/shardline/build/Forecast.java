package dev.shardline.build;

import dev.shardline.manifest.Counts;
import java.util.List;
import java.util.LongSummaryStatistics;

/// What processing a data set will need, as far as the plan and the headers that were read tell.
///
/// @param shards how many parts, each of which becomes at least one shard if it gives a record
/// @param bytes how many bytes will be fetched
/// @param smallestPart bytes of the smallest part
/// @param largestPart bytes of the largest part
/// @param largest the largest samples
public record Forecast(
    int shards, long bytes, long smallestPart, long largestPart, LargestSamples largest) {
  /// @param parts what is in each part
  static Forecast of(List<Counts> parts, LargestSamples largest) {
    LongSummaryStatistics bytes = parts.stream().mapToLong(Counts::bytes).summaryStatistics();
    return new Forecast(parts.size(), bytes.getSum(), bytes.getMin(), bytes.getMax(), largest);
  }

  /// About how long fetching and decoding takes.
  ///
  /// @param instances how many instances work at once
  /// @param bytesPerSecond what one instance gets through
  public double seconds(int instances, long bytesPerSecond) {
    int working = Math.max(1, Math.min(instances, shards));
    double share = Math.max((double) bytes / working, largestPart);
    return share / bytesPerSecond;
  }
}
