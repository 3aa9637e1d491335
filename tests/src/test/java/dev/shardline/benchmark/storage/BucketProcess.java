package dev.shardline.benchmark.storage;

import dev.shardline.faults.RenderedBucket;
import java.io.BufferedReader;
import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.OutputStream;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Collections;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;

/// A [RenderedBucket] in a process of its own, so that a client's processor time is its own. It
/// ends with its standard input, hence with the process that started it.
final class BucketProcess implements AutoCloseable {
  /// What all keys begin with.
  static final String PREFIX = "data/";

  /// As many pages as make the server's own code compiled.
  private static final int WARMING = 3000;

  private static final int AT_ONCE = 64;

  private final Process process;
  private final URI endpoint;

  private BucketProcess(Process process, URI endpoint) {
    this.process = process;
    this.endpoint = endpoint;
  }

  /// Starts a server that answers after `latency`, and waits until it does, at full speed: its
  /// compiling would else take processor time from whoever is measured first.
  static BucketProcess start(KeyShape shape, int count, Duration latency) throws IOException {
    Process process =
        new ProcessBuilder(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-XX:+UseSerialGC",
                "-cp",
                System.getProperty("java.class.path"),
                BucketProcess.class.getName(),
                shape.name(),
                Integer.toString(count),
                Long.toString(latency.toMillis()))
            .redirectError(ProcessBuilder.Redirect.INHERIT)
            .start();
    BufferedReader reader =
        new BufferedReader(new InputStreamReader(process.getInputStream(), StandardCharsets.UTF_8));
    String line = reader.readLine();
    if (line == null) {
      throw new IOException("The server's process ended before it served");
    }
    return new BucketProcess(process, URI.create(line));
  }

  URI endpoint() {
    return endpoint;
  }

  @Override
  public void close() {
    process.destroy();
  }

  /// Serves until standard input ends. Arguments: shape, number of keys, milliseconds of latency.
  public static void main(String[] arguments)
      throws IOException, InterruptedException, ExecutionException {
    KeyShape shape = KeyShape.valueOf(arguments[0]);
    Duration latency = Duration.ofMillis(Long.parseLong(arguments[2]));
    try (RenderedBucket bucket =
        RenderedBucket.start(shape.keys(PREFIX, Integer.parseInt(arguments[1])), latency)) {
      warmUp(bucket.endpoint());
      System.out.println(bucket.endpoint());
      System.in.skipNBytes(Long.MAX_VALUE);
    } catch (EOFException _) {
      // whoever started this has ended
    }
  }

  private static void warmUp(URI endpoint) throws InterruptedException, ExecutionException {
    URI page = endpoint.resolve("/bucket?list-type=2&prefix=" + PREFIX);
    Callable<Long> read = () -> read(page);
    try (ExecutorService threads = Executors.newFixedThreadPool(AT_ONCE)) {
      for (Future<Long> answer : threads.invokeAll(Collections.nCopies(WARMING, read))) {
        answer.get();
      }
    }
  }

  private static long read(URI page) throws IOException {
    try (InputStream answer = page.toURL().openStream()) {
      return answer.transferTo(OutputStream.nullOutputStream());
    }
  }
}
