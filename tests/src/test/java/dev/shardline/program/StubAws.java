package dev.shardline.program;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import dev.shardline.digest.CanonicalJson;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.UnaryOperator;

/// A server that speaks AWS's JSON protocol: each operation has one answer, made from the request.
final class StubAws implements AutoCloseable {
  private final Map<String, UnaryOperator<String>> answers = new ConcurrentHashMap<>();
  private final HttpServer server;

  private StubAws(HttpServer server) {
    this.server = server;
  }

  static StubAws start() throws IOException {
    HttpServer server =
        HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
    StubAws stub = new StubAws(server);
    var ignored = server.createContext("/", stub::handle);
    server.start();
    return stub;
  }

  StubAws answer(String operation, String answer) {
    return answer(operation, _ -> answer);
  }

  StubAws answer(String operation, UnaryOperator<String> answer) {
    answers.put(operation, answer);
    return this;
  }

  /// What a program needs to take this server for AWS.
  Map<String, String> environment() {
    return Map.of(
        "AWS_ENDPOINT_URL", "http://127.0.0.1:" + server.getAddress().getPort(),
        "AWS_ACCESS_KEY_ID", "test",
        "AWS_SECRET_ACCESS_KEY", "test",
        "AWS_EC2_METADATA_DISABLED", "true");
  }

  private void handle(HttpExchange exchange) throws IOException {
    String target = exchange.getRequestHeaders().getFirst("X-Amz-Target");
    String operation = target.substring(target.indexOf('.') + 1);
    String request = CanonicalJson.parse(exchange.getRequestBody().readAllBytes()).toString();
    UnaryOperator<String> answer =
        answers.getOrDefault(operation, _ -> "{\"__type\": \"UnknownOperationException\"}");
    byte[] body = answer.apply(request).getBytes(StandardCharsets.UTF_8);
    exchange.getResponseHeaders().set("Content-Type", "application/x-amz-json-1.1");
    exchange.sendResponseHeaders(answers.containsKey(operation) ? 200 : 400, body.length);
    try (var out = exchange.getResponseBody()) {
      out.write(body);
    }
  }

  @Override
  public void close() {
    server.stop(0);
  }
}
