package dev.shardline.benchmark.storage;

import com.sun.management.OperatingSystemMXBean;
import dev.shardline.listing.parallel.ParallelListing;
import dev.shardline.storage.ObjectLocation;
import dev.shardline.storage.s3.S3Credentials;
import dev.shardline.storage.s3.S3Settings;
import dev.shardline.storage.s3.S3Store;
import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.net.URI;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.function.ToDoubleFunction;
import software.amazon.awssdk.auth.credentials.AwsBasicCredentials;
import software.amazon.awssdk.auth.credentials.StaticCredentialsProvider;
import software.amazon.awssdk.http.apache.ApacheHttpClient;
import software.amazon.awssdk.regions.Region;
import software.amazon.awssdk.services.s3.S3Client;

/// Lists a bucket of many keys on a server with 20 ms latency, which is a process of its own: the
/// parallel listing against the SDK's paginator, alternating, in one process. Prints medians of the
/// seconds and of the client's seconds of processor, and the ratio.
///
/// Arguments: number of keys (1,000,000), rounds (3), requests at once (64), shapes (all).
public final class ListingBenchmark {
  private static final Duration LATENCY = Duration.ofMillis(20);
  private static final String BUCKET = "bucket";
  private static final int PAGE = 1000;
  private static final double NANOS = 1e9;
  private static final OperatingSystemMXBean PROCESS =
      ManagementFactory.getPlatformMXBean(OperatingSystemMXBean.class);

  private record Outcome(
      double seconds, double processor, long objects, long checksum, long requests) {}

  /// Counts what is listed, and the time.
  private static final class Watch {
    private final long start = System.nanoTime();
    private final long begun = PROCESS.getProcessCpuTime();
    private long objects;
    private long checksum;
    private long requests;

    void count(String key, long bytes) {
      objects++;
      checksum = 31 * checksum + key.hashCode() + bytes;
    }

    Outcome stop() {
      return new Outcome(
          (System.nanoTime() - start) / NANOS,
          (PROCESS.getProcessCpuTime() - begun) / NANOS,
          objects,
          checksum,
          requests);
    }
  }

  private ListingBenchmark() {}

  public static void main(String[] arguments) throws IOException {
    int count = arguments.length > 0 ? Integer.parseInt(arguments[0]) : 1_000_000;
    int rounds = arguments.length > 1 ? Integer.parseInt(arguments[1]) : 3;
    int atOnce = arguments.length > 2 ? Integer.parseInt(arguments[2]) : 64;
    KeyShape[] shapes =
        arguments.length > 3
            ? Arrays.stream(arguments[3].split(",")).map(KeyShape::valueOf).toArray(KeyShape[]::new)
            : KeyShape.values();
    for (KeyShape shape : shapes) {
      measure(shape, count, rounds, atOnce);
    }
  }

  private static void measure(KeyShape shape, int count, int rounds, int atOnce)
      throws IOException {
    List<Outcome> serial = new ArrayList<>();
    List<Outcome> parallel = new ArrayList<>();
    try (BucketProcess bucket = BucketProcess.start(shape, count, LATENCY);
        S3Client client = sdkClient(bucket.endpoint());
        S3Store store = new S3Store(settings(bucket.endpoint()))) {
      for (int round = 0; round < rounds; round++) {
        parallel.add(listInParallel(store, atOnce));
        serial.add(listWithPaginator(client));
      }
    }
    report(shape, serial, parallel);
  }

  private static Outcome listInParallel(S3Store store, int atOnce) throws IOException {
    Watch watch = new Watch();
    new ParallelListing(_ -> store, atOnce, status -> watch.requests = status.requests())
        .list(
            List.of(new ObjectLocation("s3", BUCKET, BucketProcess.PREFIX)),
            page -> page.forEach(object -> watch.count(object.location().key(), object.bytes())));
    return watch.stop();
  }

  private static Outcome listWithPaginator(S3Client client) {
    Watch watch = new Watch();
    client
        .listObjectsV2Paginator(list -> list.bucket(BUCKET).prefix(BucketProcess.PREFIX))
        .contents()
        .forEach(object -> watch.count(object.key(), object.size()));
    watch.requests = Math.ceilDiv(watch.objects, PAGE);
    return watch.stop();
  }

  private static void report(KeyShape shape, List<Outcome> serial, List<Outcome> parallel) {
    if (serial.stream().map(Outcome::checksum).distinct().count() != 1
        || parallel.stream().anyMatch(it -> it.checksum() != serial.getFirst().checksum())) {
      throw new IllegalStateException("The listings differ: " + serial + " " + parallel);
    }
    System.out.printf(
        Locale.ROOT,
        "%s: %,d keys; SDK paginator %s, parallel %s: %.1f times as fast%n",
        shape,
        serial.getFirst().objects(),
        text(serial),
        text(parallel),
        median(serial, Outcome::seconds) / median(parallel, Outcome::seconds));
  }

  private static String text(List<Outcome> outcomes) {
    return String.format(
        Locale.ROOT,
        "%.2f s (first %.2f; processor %.2f; %d requests)",
        median(outcomes, Outcome::seconds),
        outcomes.getFirst().seconds(),
        median(outcomes, Outcome::processor),
        outcomes.getLast().requests());
  }

  private static double median(List<Outcome> outcomes, ToDoubleFunction<Outcome> value) {
    double[] sorted = outcomes.stream().mapToDouble(value).sorted().toArray();
    return sorted[sorted.length / 2];
  }

  private static S3Settings settings(URI endpoint) {
    return S3Settings.at(endpoint)
        .withCredentials(new S3Credentials.Key("any", "any"))
        .withRegion("us-east-1");
  }

  private static S3Client sdkClient(URI endpoint) {
    return S3Client.builder()
        .endpointOverride(endpoint)
        .forcePathStyle(true)
        .region(Region.US_EAST_1)
        .httpClientBuilder(ApacheHttpClient.builder())
        .credentialsProvider(
            StaticCredentialsProvider.create(AwsBasicCredentials.create("any", "any")))
        .build();
  }
}
