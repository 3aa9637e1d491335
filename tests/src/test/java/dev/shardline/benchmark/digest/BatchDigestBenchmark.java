package dev.shardline.benchmark.digest;

import dev.shardline.digest.Digest;
import dev.shardline.digest.batch.BatchDigest;
import dev.shardline.digest.batch.Region;
import java.util.List;
import java.util.Locale;
import java.util.Random;
import java.util.stream.Stream;

/// Digests the same messages one after the other and as a batch, by turns, and prints megabytes a
/// second of one thread.
///
/// Arguments: messages (64), bytes of each (200,000), rounds (5).
public final class BatchDigestBenchmark {
  private static final double NANOS = 1e9;

  private BatchDigestBenchmark() {}

  public static void main(String[] arguments) {
    int count = arguments.length > 0 ? Integer.parseInt(arguments[0]) : 64;
    int length = arguments.length > 1 ? Integer.parseInt(arguments[1]) : 200_000;
    int rounds = arguments.length > 2 ? Integer.parseInt(arguments[2]) : 5;
    List<Region> messages = messages(count, length);
    BatchDigest batch = BatchDigest.create(Long.MAX_VALUE);
    for (int round = 0; round < rounds; round++) {
      System.out.printf(
          Locale.ROOT,
          "%d messages of %,d bytes: one by one %.0f MB/s, as a batch %.0f MB/s%n",
          count,
          length,
          rate(messages, regions -> regions.forEach(each -> Digest.of(each.bytes()))),
          rate(messages, batch::digest));
    }
  }

  private static List<Region> messages(int count, int length) {
    Random random = new Random(1);
    return Stream.generate(() -> new byte[length])
        .limit(count)
        .peek(random::nextBytes)
        .map(Region::of)
        .toList();
  }

  private interface Work {
    void on(List<Region> messages);
  }

  private static double rate(List<Region> messages, Work work) {
    long start = System.nanoTime();
    work.on(messages);
    double seconds = (System.nanoTime() - start) / NANOS;
    return messages.stream().mapToLong(Region::length).sum() / seconds / 1e6;
  }
}
