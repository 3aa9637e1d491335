package dev.shardline.benchmark.storage;

import dev.shardline.faults.RenderedBucket;
import dev.shardline.listing.parallel.ListingProgress;
import dev.shardline.listing.parallel.ParallelListing;
import dev.shardline.storage.ObjectLocation;
import dev.shardline.storage.s3.S3Credentials;
import dev.shardline.storage.s3.S3Settings;
import dev.shardline.storage.s3.S3Store;
import java.io.IOException;
import java.net.URI;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.function.IntFunction;
import java.util.stream.IntStream;
import software.amazon.awssdk.auth.credentials.AwsBasicCredentials;
import software.amazon.awssdk.auth.credentials.StaticCredentialsProvider;
import software.amazon.awssdk.http.apache.ApacheHttpClient;
import software.amazon.awssdk.regions.Region;
import software.amazon.awssdk.services.s3.S3Client;

/// Lists a bucket of many keys on a server with 20 ms latency: the parallel listing against the
/// SDK's paginator, alternating, in one process with the server. Prints medians and their ratio.
///
/// Arguments: number of keys (1,000,000), rounds (3), requests at once (64).
public final class ListingBenchmark {
  private static final Duration LATENCY = Duration.ofMillis(20);
  private static final String BUCKET = "bucket";
  private static final double NANOS = 1e9;

  /// How keys may look.
  private enum Shape {
    CLASSES(i ->
        List.of("glioma", "meningioma", "notumor", "pituitary").get(i % 4)
            + "/Te-%07d.jpg".formatted(i / 4)),
    SUBJECTS(i -> "sub-%05d/ses-%d/slice_%03d.png".formatted(i / 400, i / 200 % 2, i % 200)),
    NUMBERS("recording-%d.edf"::formatted);

    @SuppressWarnings("ImmutableEnumChecker") // the functions keep nothing
    private final IntFunction<String> key;

    Shape(IntFunction<String> key) {
      this.key = key;
    }
  }

  private record Outcome(double seconds, long objects, long checksum, long requests) {}

  private ListingBenchmark() {}

  public static void main(String[] arguments) throws IOException {
    int count = arguments.length > 0 ? Integer.parseInt(arguments[0]) : 1_000_000;
    int rounds = arguments.length > 1 ? Integer.parseInt(arguments[1]) : 3;
    int atOnce = arguments.length > 2 ? Integer.parseInt(arguments[2]) : 64;
    for (Shape shape : Shape.values()) {
      measure(shape, count, rounds, atOnce);
    }
  }

  private static void measure(Shape shape, int count, int rounds, int atOnce) throws IOException {
    List<String> keys =
        IntStream.range(0, count).mapToObj(i -> "data/" + shape.key.apply(i)).toList();
    List<Outcome> serial = new ArrayList<>();
    List<Outcome> parallel = new ArrayList<>();
    try (RenderedBucket bucket = RenderedBucket.start(keys, LATENCY);
        S3Client client = sdkClient(bucket.endpoint());
        S3Store store = new S3Store(settings(bucket.endpoint()))) {
      for (int round = 0; round < rounds; round++) {
        parallel.add(listInParallel(bucket, store, atOnce));
        serial.add(listWithPaginator(bucket, client));
      }
    }
    report(shape, serial, parallel);
  }

  private static Outcome listInParallel(RenderedBucket bucket, S3Store store, int atOnce)
      throws IOException {
    long[] found = new long[2];
    long start = System.nanoTime();
    new ParallelListing(_ -> store, atOnce, ListingProgress.NONE)
        .list(
            List.of(new ObjectLocation("s3", BUCKET, "data/")),
            page ->
                page.forEach(object -> {
                  found[0]++;
                  found[1] = 31 * found[1] + object.location().key().hashCode() + object.bytes();
                }));
    return new Outcome(seconds(start), found[0], found[1], bucket.requests());
  }

  private static Outcome listWithPaginator(RenderedBucket bucket, S3Client client) {
    long[] found = new long[2];
    long start = System.nanoTime();
    client
        .listObjectsV2Paginator(list -> list.bucket(BUCKET).prefix("data/"))
        .contents()
        .forEach(object -> {
          found[0]++;
          found[1] = 31 * found[1] + object.key().hashCode() + object.size();
        });
    return new Outcome(seconds(start), found[0], found[1], bucket.requests());
  }

  private static void report(Shape shape, List<Outcome> serial, List<Outcome> parallel) {
    if (serial.stream().map(Outcome::checksum).distinct().count() != 1
        || parallel.stream().anyMatch(it -> it.checksum() != serial.getFirst().checksum())) {
      throw new IllegalStateException("The listings differ: " + serial + " " + parallel);
    }
    System.out.printf(
        Locale.ROOT,
        "%s: %,d keys; SDK paginator %.2f s (%d requests), parallel %.2f s (%d requests): %.1f"
            + " times as fast%n",
        shape,
        serial.getFirst().objects(),
        median(serial),
        serial.getLast().requests(),
        median(parallel),
        parallel.getLast().requests(),
        median(serial) / median(parallel));
  }

  private static double median(List<Outcome> outcomes) {
    double[] sorted = outcomes.stream().mapToDouble(Outcome::seconds).sorted().toArray();
    return sorted[sorted.length / 2];
  }

  private static double seconds(long start) {
    return (System.nanoTime() - start) / NANOS;
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
