package dev.shardline.pipeline.sagemaker;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import dev.shardline.digest.CanonicalJson;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Queue;
import java.util.concurrent.Executors;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;
import software.amazon.awssdk.auth.credentials.AwsBasicCredentials;
import software.amazon.awssdk.auth.credentials.StaticCredentialsProvider;
import software.amazon.awssdk.awscore.client.builder.AwsClientBuilder;
import software.amazon.awssdk.awscore.retry.AwsRetryStrategy;
import software.amazon.awssdk.http.apache.ApacheHttpClient;
import software.amazon.awssdk.regions.Region;
import software.amazon.awssdk.retries.api.BackoffStrategy;
import software.amazon.awssdk.services.cloudwatchlogs.CloudWatchLogsClient;
import software.amazon.awssdk.services.sagemaker.SageMakerClient;

/// A server in this process that speaks AWS's JSON protocol: each operation is answered by a
/// function of its request, failures first. The real SDK client talks to it.
final class StubService implements AutoCloseable {
  /// One request that arrived.
  record Call(String operation, JsonNode request) {}

  private record Failure(int status, @Nullable String code, @Nullable String message) {}

  final List<Call> calls = Collections.synchronizedList(new ArrayList<>());
  private final Map<String, UnaryOperator<JsonNode>> answers = new HashMap<>();
  private final Map<String, Queue<Failure>> failures = new HashMap<>();
  private final HttpServer server;

  StubService() {
    try {
      server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    var ignored = server.createContext("/", this::handle);
    server.setExecutor(Executors.newVirtualThreadPerTaskExecutor());
    server.start();
  }

  void answer(String operation, UnaryOperator<JsonNode> answer) {
    answers.put(operation, answer);
  }

  void answer(String operation, ObjectNode answer) {
    answers.put(operation, request -> answer);
  }

  /// From now on the operation fails this many times before it answers.
  void fail(
      String operation, int times, int status, @Nullable String code, @Nullable String message) {
    Queue<Failure> queue = new ArrayDeque<>();
    for (int i = 0; i < times; i++) {
      queue.add(new Failure(status, code, message));
    }
    failures.put(operation, queue);
  }

  List<JsonNode> requests(String operation) {
    return calls.stream()
        .filter(call -> call.operation().equals(operation))
        .map(Call::request)
        .toList();
  }

  private synchronized void handle(HttpExchange exchange) throws IOException {
    String target = exchange.getRequestHeaders().getFirst("X-Amz-Target");
    String operation = target.substring(target.indexOf('.') + 1);
    JsonNode request = CanonicalJson.parse(exchange.getRequestBody().readAllBytes());
    calls.add(new Call(operation, request));
    Failure failure = failures.getOrDefault(operation, new ArrayDeque<>()).poll();
    if (failure != null) {
      reply(exchange, failure.status(), body(failure));
      return;
    }
    UnaryOperator<JsonNode> answer = answers.get(operation);
    if (answer == null) {
      reply(exchange, 400, CanonicalJson.object().put("__type", "UnknownOperationException"));
      return;
    }
    reply(exchange, 200, answer.apply(request));
  }

  private static ObjectNode body(Failure failure) {
    ObjectNode body = CanonicalJson.object();
    if (failure.code() != null) {
      body.put("__type", failure.code());
    }
    if (failure.message() != null) {
      body.put("message", failure.message());
    }
    return body;
  }

  private static void reply(HttpExchange exchange, int status, JsonNode body) throws IOException {
    byte[] bytes = CanonicalJson.line(body);
    exchange.getResponseHeaders().set("Content-Type", "application/x-amz-json-1.1");
    exchange.sendResponseHeaders(status, bytes.length);
    try (var out = exchange.getResponseBody()) {
      out.write(bytes);
    }
  }

  SageMakerClient sageMaker() {
    return configured(SageMakerClient.builder().httpClientBuilder(ApacheHttpClient.builder()))
        .build();
  }

  CloudWatchLogsClient logs() {
    return configured(CloudWatchLogsClient.builder().httpClientBuilder(ApacheHttpClient.builder()))
        .build();
  }

  private <B extends AwsClientBuilder<B, ?>> B configured(B builder) {
    return builder
        .region(Region.EU_WEST_1)
        .endpointOverride(URI.create("http://127.0.0.1:" + server.getAddress().getPort()))
        .credentialsProvider(
            StaticCredentialsProvider.create(AwsBasicCredentials.create("id", "secret")))
        .overrideConfiguration(configuration ->
            configuration.retryStrategy(
                AwsRetryStrategy.standardRetryStrategy().toBuilder()
                    .backoffStrategy(BackoffStrategy.retryImmediately())
                    .throttlingBackoffStrategy(BackoffStrategy.retryImmediately())
                    .build()));
  }

  @Override
  public void close() {
    server.stop(0);
  }
}
