package dev.shardline.storage.s3;

import java.io.IOException;
import java.io.InputStream;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import software.amazon.awssdk.core.exception.SdkClientException;
import software.amazon.awssdk.http.HttpExecuteRequest;
import software.amazon.awssdk.http.HttpExecuteResponse;
import software.amazon.awssdk.http.SdkHttpRequest;

/// Asks for pages of keys as the SDK once did for the same bucket, by its signer and its
/// connections, but without all else that it does for each request and that takes as long again as
/// reading the answer. Where that goes other than well, the SDK is asked, now and from then on: it
/// knows when to try again, what to follow and what an error says. For many threads.
final class DirectListing {
  private final S3Connection connection;

  /// By bucket how it is asked; empty for one that is left to the SDK.
  private final Map<String, Optional<ListingTemplate>> templates = new ConcurrentHashMap<>();

  DirectListing(S3Connection connection) {
    this.connection = connection;
  }

  /// Takes a request of the SDK's that was answered well as the pattern of the bucket's next ones.
  void learn(String bucket, SdkHttpRequest sent) {
    if (!templates.containsKey(bucket)) {
      templates.putIfAbsent(bucket, ListingTemplate.of(sent));
    }
  }

  /// What a page holds; empty if the SDK must be asked.
  Optional<ListingEntries> ask(ListingQuery query) {
    Optional<ListingTemplate> template = templates.getOrDefault(query.bucket(), Optional.empty());
    if (template.isEmpty()) {
      return Optional.empty();
    }
    Optional<ListingEntries> entries = ask(template.get(), query);
    if (entries.isEmpty()) {
      templates.put(query.bucket(), Optional.empty());
    }
    return entries;
  }

  private Optional<ListingEntries> ask(ListingTemplate template, ListingQuery query) {
    try {
      HttpExecuteRequest request =
          HttpExecuteRequest.builder()
              .request(template.request(query, connection.identity()))
              .build();
      return read(connection.http().prepareRequest(request).call());
    } catch (IOException | SdkClientException _) {
      return Optional.empty();
    }
  }

  private static Optional<ListingEntries> read(HttpExecuteResponse response) throws IOException {
    if (response.responseBody().isEmpty()) {
      return Optional.empty();
    }
    try (InputStream body = response.responseBody().get()) {
      AnswerBuffer answer = AnswerBuffer.ofThread();
      answer.read(body);
      return response.httpResponse().isSuccessful()
          ? ListingDocument.read(answer.bytes(), answer.length())
          : Optional.empty();
    }
  }
}
