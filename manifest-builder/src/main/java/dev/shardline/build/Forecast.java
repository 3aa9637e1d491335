package dev.shardline.build;

import dev.shardline.grouping.SampleTable;
import dev.shardline.labelling.SampleColumn;
import dev.shardline.manifest.Counts;
import dev.shardline.probe.FactName;
import dev.shardline.quality.HeaderFacts;
import java.util.List;
import java.util.LongSummaryStatistics;
import java.util.Optional;
import java.util.stream.IntStream;

/// What processing a data set will need, as far as the plan and the headers that were read tell.
///
/// @param shards how many parts, each of which becomes at least one shard if it gives a record
/// @param bytes how many bytes will be fetched
/// @param smallestPart bytes of the smallest part
/// @param largestPart bytes of the largest part
/// @param largestSample bytes of the largest sample's objects
/// @param largestDecoded how many bytes the largest of the samples whose header was read takes in
///   memory; 0 where no header says
public record Forecast(
    int shards,
    long bytes,
    long smallestPart,
    long largestPart,
    long largestSample,
    long largestDecoded) {
  /// @param parts what is in each part
  static Forecast of(List<Counts> parts, SampleTable samples, HeaderFacts facts) {
    LongSummaryStatistics bytes = parts.stream().mapToLong(Counts::bytes).summaryStatistics();
    return new Forecast(
        parts.size(),
        bytes.getSum(),
        bytes.getMin(),
        bytes.getMax(),
        IntStream.range(0, samples.size()).mapToLong(samples::bytes).max().orElse(0),
        largest(facts.column(FactName.DECODED_BYTES)));
  }

  private static long largest(Optional<SampleColumn> decoded) {
    return decoded.stream()
        .flatMapToLong(column ->
            IntStream.range(0, column.size())
                .filter(column::isPresent)
                .mapToLong(i -> Long.parseLong(column.text(i))))
        .max()
        .orElse(0);
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
