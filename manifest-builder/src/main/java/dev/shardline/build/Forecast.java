package dev.shardline.build;

import dev.shardline.labelling.SampleColumn;
import dev.shardline.parts.PlannedPart;
import dev.shardline.probe.FactName;
import dev.shardline.quality.HeaderFacts;
import java.util.LongSummaryStatistics;
import java.util.Optional;
import java.util.stream.IntStream;
import java.util.stream.LongStream;

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
  static Forecast of(PreparedDataset dataset, HeaderFacts facts) {
    LongSummaryStatistics parts =
        dataset.parts().stream().mapToLong(part -> bytes(dataset, part)).summaryStatistics();
    LongStream samples =
        IntStream.range(0, dataset.samples().size()).mapToLong(dataset.samples()::bytes);
    return new Forecast(
        dataset.parts().size(),
        parts.getSum(),
        parts.getMin(),
        parts.getMax(),
        samples.max().orElse(0),
        largest(facts.column(FactName.DECODED_BYTES)));
  }

  private static long bytes(PreparedDataset dataset, PlannedPart part) {
    return IntStream.range(0, part.size())
        .mapToLong(i -> dataset.samples().bytes(part.sample(i)))
        .sum();
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
