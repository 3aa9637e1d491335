package dev.shardline.storage.s3;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.Optional;
import software.amazon.awssdk.core.exception.RetryableException;
import software.amazon.awssdk.core.interceptor.Context;
import software.amazon.awssdk.core.interceptor.ExecutionAttribute;
import software.amazon.awssdk.core.interceptor.ExecutionAttributes;
import software.amazon.awssdk.core.interceptor.ExecutionInterceptor;
import software.amazon.awssdk.http.SdkHttpRequest;

/// Stands between the connection and the SDK's own reading of listings: reads the answer whole, so
/// that one that breaks off is asked for again (the SDK would give up), and reads the usual form of
/// it with [ListingDocument]. Where that succeeds the SDK is given an empty listing to read.
final class ListingReader implements ExecutionInterceptor {
  /// Where a request that is to be read so keeps its result.
  static final ExecutionAttribute<Result> RESULT = new ExecutionAttribute<>("shardline-listing");

  /// Holds what was read of the last attempt's answer. For one thread.
  static final class Result {
    private Optional<ListingEntries> entries = Optional.empty();
    private Optional<SdkHttpRequest> sent = Optional.empty();

    /// The entries; empty if the SDK's response holds them.
    Optional<ListingEntries> entries() {
      return entries;
    }

    /// What was sent, where the answer had the usual form.
    Optional<SdkHttpRequest> sent() {
      return sent;
    }
  }

  private static final byte[] NOTHING = "<ListBucketResult/>".getBytes(StandardCharsets.US_ASCII);

  /// The root's end stands within the last so many bytes.
  private static final int TAIL = 64;

  @Override
  public Optional<InputStream> modifyHttpResponseContent(
      Context.ModifyHttpResponse context, ExecutionAttributes attributes) {
    Result result = attributes.getAttribute(RESULT);
    if (result == null
        || !context.httpResponse().isSuccessful()
        || context.responseBody().isEmpty()) {
      return context.responseBody();
    }
    AnswerBuffer answer = AnswerBuffer.ofThread();
    readWhole(context.responseBody().get(), answer);
    result.entries = ListingDocument.read(answer.bytes(), answer.length());
    result.sent = result.entries.map(_ -> context.httpRequest());
    return Optional.of(
        result.entries.isPresent() ? new ByteArrayInputStream(NOTHING) : answer.stream());
  }

  private static void readWhole(InputStream body, AnswerBuffer answer) {
    try (body) {
      answer.read(body);
    } catch (IOException broken) {
      throw RetryableException.create("The listing broke off", broken);
    }
    String end = answer.tail(TAIL);
    if (!end.stripTrailing().endsWith(">") || !end.contains("ListBucketResult")) {
      throw RetryableException.create("The listing breaks off");
    }
  }
}
