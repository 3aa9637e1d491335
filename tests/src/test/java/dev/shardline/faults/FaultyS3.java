package dev.shardline.faults;

import dev.shardline.storage.s3.S3Credentials;
import dev.shardline.storage.s3.S3Retries;
import dev.shardline.storage.s3.S3Settings;
import java.io.IOException;
import java.net.URI;
import java.time.Duration;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicLong;

/// An S3 server on the heap of this process that answers late and fails as a plan says. Safe for
/// many threads; closing it stops it.
public final class FaultyS3 implements AutoCloseable {
  private static final Duration SHORT_PAUSE = Duration.ofMillis(2);
  private static final Duration STALL = Duration.ofMinutes(5);
  private static final int PIECES = 16;
  private static final S3Retries IMPATIENT =
      new S3Retries(6, Duration.ofMillis(2), Duration.ofMillis(20));

  private final S3Protocol protocol = new S3Protocol();
  private final Map<String, AtomicInteger> repeats = new ConcurrentHashMap<>();
  private final Map<Fault, AtomicLong> happened = new ConcurrentHashMap<>();
  private final Duration latency;
  private final HttpServer server;
  private volatile FaultPlan plan;

  private FaultyS3(FaultPlan plan, Duration latency) throws IOException {
    this.plan = plan;
    this.latency = latency;
    this.server = HttpServer.start(this::handle);
  }

  /// Starts a server without objects.
  ///
  /// @param latency how long every request waits before anything is done
  public static FaultyS3 start(FaultPlan plan, Duration latency) throws IOException {
    return new FaultyS3(plan, latency);
  }

  public static FaultyS3 start(FaultPlan plan) throws IOException {
    return start(plan, Duration.ZERO);
  }

  /// From now on requests fail as this plan says.
  public void plan(FaultPlan newPlan) {
    repeats.clear();
    plan = newPlan;
  }

  public FaultyS3 withBucket(String bucket) {
    protocol.bucket(bucket);
    return this;
  }

  /// Puts an object into a bucket, past all faults.
  public void put(String bucket, String key, byte[] bytes) {
    protocol.bucket(bucket).put(key, StoredBytes.of(bytes, Map.of()));
  }

  /// What lies in a bucket, in key order, seen past all faults; a copy.
  public Map<String, byte[]> objects(String bucket) {
    Map<String, byte[]> objects = new LinkedHashMap<>();
    protocol.bucket(bucket).forEach((key, object) -> objects.put(key, object.bytes()));
    return objects;
  }

  /// How many requests had this fate.
  public long count(Fault fault) {
    return counter(fault).get();
  }

  private AtomicLong counter(Fault fault) {
    return happened.computeIfAbsent(fault, _ -> new AtomicLong());
  }

  public URI endpoint() {
    return server.endpoint();
  }

  /// How to reach the server, with six attempts and short waits. The timeout is so long that only a
  /// body that stalls reaches it, however busy the machine is.
  public S3Settings settings() {
    return S3Settings.at(endpoint())
        .withCredentials(new S3Credentials.Key("any", "any"))
        .withRegion("us-east-1")
        .withTimeout(Duration.ofSeconds(20))
        .withRetries(IMPATIENT);
  }

  private boolean handle(HttpRequest request, HttpServer.Connection connection)
      throws IOException, InterruptedException {
    Thread.sleep(latency);
    String name = name(request);
    int repeat = repeats.computeIfAbsent(name, _ -> new AtomicInteger()).getAndIncrement();
    Fault fault = plan.faultOf(name, repeat);
    counter(fault).incrementAndGet();
    switch (fault) {
      case RESET -> connection.reset();
      case THROTTLED -> connection.send(error(request, 503, "SlowDown"));
      case SKEWED_CLOCK -> connection.send(error(request, 403, "RequestTimeTooSkewed"));
      case FORBIDDEN -> connection.send(error(request, 403, "AccessDenied"));
      case ELSEWHERE -> connection.send(elsewhere(request));
      case CONFLICT -> connection.send(error(request, 409, "ConditionalRequestConflict"));
      case SERVER_ERROR -> connection.send(error(request, 500, "InternalError"));
      case NONE -> connection.send(answer(request));
      case FALSE_ERROR -> {
        answer(request);
        connection.send(error(request, 500, "InternalError"));
      }
      case LOST_ANSWER -> {
        answer(request);
        connection.reset();
      }
      case TRUNCATED_BODY -> connection.send(halved(answer(request)));
      case WRONG_LENGTH -> {
        HttpReply half = halved(answer(request));
        connection.send(HttpReply.of(half.status(), half.headers(), half.body()));
      }
      case SLOW_BODY -> sendSlowly(connection, answer(request));
      case STALLED_BODY -> {
        connection.send(halved(answer(request)));
        Thread.sleep(STALL);
      }
    }
    return fault != Fault.RESET && fault != Fault.LOST_ANSWER && fault != Fault.TRUNCATED_BODY;
  }

  private static String name(HttpRequest request) {
    return "%s %s %s %s"
        .formatted(
            request.method(), request.path(), request.query(), request.header("range").orElse(""));
  }

  private HttpReply answer(HttpRequest request) {
    return protocol.answer(request);
  }

  private static HttpReply error(HttpRequest request, int status, String code) {
    HttpReply error = HttpReply.error(status, code);
    return request.method().equals("HEAD") ? error.withoutBody() : error;
  }

  private static HttpReply elsewhere(HttpRequest request) {
    HttpReply error = error(request, 301, "PermanentRedirect");
    return new HttpReply(
        error.status(), Map.of("x-amz-bucket-region", "eu-west-3"), error.length(), error.body());
  }

  private static HttpReply halved(HttpReply reply) {
    return reply.withBody(Arrays.copyOf(reply.body(), reply.body().length / 2));
  }

  private static void sendSlowly(HttpServer.Connection connection, HttpReply reply)
      throws IOException, InterruptedException {
    connection.out().write(reply.head());
    int piece = Math.max(1, Math.ceilDiv(reply.body().length, PIECES));
    for (int from = 0; from < reply.body().length; from += piece) {
      Thread.sleep(SHORT_PAUSE);
      connection.out().write(reply.body(), from, Math.min(piece, reply.body().length - from));
      connection.out().flush();
    }
    connection.out().flush();
  }

  @Override
  public void close() throws IOException {
    server.close();
  }
}
