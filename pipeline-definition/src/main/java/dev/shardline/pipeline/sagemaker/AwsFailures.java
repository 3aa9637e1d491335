package dev.shardline.pipeline.sagemaker;

import dev.shardline.failure.RetryableException;
import dev.shardline.failure.ShardlineException;
import dev.shardline.failure.UsageException;
import java.net.UnknownHostException;
import java.util.Set;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import software.amazon.awssdk.awscore.exception.AwsErrorDetails;
import software.amazon.awssdk.awscore.exception.AwsServiceException;
import software.amazon.awssdk.core.exception.SdkClientException;
import software.amazon.awssdk.core.exception.SdkException;

/// Turns what the SDK throws, after its own retries, into what a user can act on. Decides by type,
/// status and error code, never by a message's text.
final class AwsFailures {
  private static final int FORBIDDEN = 403;
  private static final int SERVER_ERROR = 500;
  private static final Set<String> DENIED =
      Set.of(
          "AccessDenied",
          "AccessDeniedException",
          "UnrecognizedClientException",
          "InvalidClientTokenId",
          "ExpiredTokenException",
          "ExpiredToken",
          "SignatureDoesNotMatch");

  private AwsFailures() {}

  /// @param action what is tried, to follow "Cannot": `deploy the pipeline x`
  static <T> T calling(String action, Supplier<T> call) {
    try {
      return call.get();
    } catch (SdkException e) {
      throw translated(action, e);
    }
  }

  static ShardlineException translated(String action, SdkException failure) {
    return switch (failure) {
      case AwsServiceException service -> ofService(action, service);
      case SdkClientException client -> ofClient(action, client);
      default ->
          new RetryableException("Cannot %s: %s".formatted(action, failure.getMessage()), failure);
    };
  }

  private static ShardlineException ofService(String action, AwsServiceException failure) {
    AwsErrorDetails details = failure.awsErrorDetails();
    String named = details == null ? "" : text(details.errorCode());
    String code = named.isEmpty() ? "HTTP " + failure.statusCode() : named;
    String said = text(details == null ? failure.getMessage() : details.errorMessage());
    if (failure.isThrottlingException()) {
      return new RetryableException(
          "Cannot %s: AWS throttles, also after retries (%s). Nothing was changed; try again in a minute"
              .formatted(action, code),
          failure);
    }
    if (failure.statusCode() == FORBIDDEN || DENIED.contains(code)) {
      return new UsageException(
          "Cannot %s: AWS refuses (%s: %s). `shardline pipeline policy` prints what must be allowed"
              .formatted(action, code, said),
          failure);
    }
    if (failure.statusCode() >= SERVER_ERROR) {
      return new RetryableException(
          "Cannot %s: AWS failed (%s: %s); try again".formatted(action, code, said), failure);
    }
    if (code.equals("ConflictException")) {
      return new RetryableException(
          "Cannot %s: someone else is changing it at this moment (%s); run `shardline pipeline diff` and try again"
              .formatted(action, said),
          failure);
    }
    return new UsageException("Cannot %s: %s: %s".formatted(action, code, said), failure);
  }

  private static String text(@Nullable String text) {
    return text == null ? "" : text;
  }

  private static ShardlineException ofClient(String action, SdkClientException failure) {
    for (Throwable cause = failure; cause != null; cause = cause.getCause()) {
      if (cause instanceof UnknownHostException) {
        return new UsageException(
            "Cannot %s: there is no server %s. Check pipeline.region, and the network"
                .formatted(action, cause.getMessage()),
            failure);
      }
    }
    return new RetryableException(
        "Cannot %s: AWS cannot be reached: %s".formatted(action, failure.getMessage()), failure);
  }
}
