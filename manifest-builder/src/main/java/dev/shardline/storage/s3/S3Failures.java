package dev.shardline.storage.s3;

import dev.shardline.storage.ObjectLocation;
import dev.shardline.storage.PermissionDeniedException;
import java.io.IOException;
import java.io.InterruptedIOException;
import java.nio.file.AccessDeniedException;
import java.nio.file.FileSystemException;
import java.nio.file.NoSuchFileException;
import java.util.Optional;
import software.amazon.awssdk.awscore.exception.AwsErrorDetails;
import software.amazon.awssdk.awscore.exception.AwsServiceException;
import software.amazon.awssdk.core.exception.AbortedException;
import software.amazon.awssdk.core.exception.SdkException;

/// Says what went wrong at S3, and what to do. Goes by status and error code, never by text.
final class S3Failures {
  private static final int BAD_REQUEST = 400;
  private static final int UNAUTHORIZED = 401;
  private static final int FORBIDDEN = 403;
  private static final int NOT_FOUND = 404;
  private static final int TOO_MANY_REQUESTS = 429;
  private static final int SERVER_ERROR = 500;

  private final S3Connection connection;

  S3Failures(S3Connection connection) {
    this.connection = connection;
  }

  /// @param operation what was tried, such as `read`
  IOException of(String operation, ObjectLocation location, SdkException failure) {
    IOException clear =
        switch (failure) {
          case AwsServiceException answer -> answered(operation, location, answer);
          case AbortedException _ -> new InterruptedIOException("Interrupted at " + location);
          default -> unanswered(operation, location, failure);
        };
    if (clear.getCause() == null) {
      clear.initCause(failure);
    }
    return clear;
  }

  private IOException answered(
      String operation, ObjectLocation location, AwsServiceException failure) {
    String code = code(failure);
    int status = failure.statusCode();
    if (code.equals("NoSuchBucket")) {
      return new NoSuchFileException(
          location.toString(), null, "there is no such bucket at %s".formatted(server()));
    }
    if (status == NOT_FOUND) {
      return missing(location);
    }
    if (status == UNAUTHORIZED || status == FORBIDDEN) {
      return refusal(operation, location, code);
    }
    if (isElsewhere(status, code)) {
      return new FileSystemException(location.toString(), null, elsewhere(failure));
    }
    if (isThrottling(failure)) {
      return new IOException(
          "Cannot %s %s: the server was still throttling (%d %s) after %d attempt(s). Run the same command again later, or with fewer workers."
              .formatted(operation, location, status, code, attempts(failure)));
    }
    if (status >= SERVER_ERROR) {
      return new IOException(
          "Cannot %s %s: the server still failed (%d %s) after %d attempt(s). Run the same command again later."
              .formatted(operation, location, status, code, attempts(failure)));
    }
    return new FileSystemException(
        location.toString(),
        null,
        "cannot %s: %s refuses it with %d %s: %s"
            .formatted(operation, server(), status, code, message(failure)));
  }

  static NoSuchFileException missing(ObjectLocation location) {
    return new NoSuchFileException(location.toString(), null, "no such object");
  }

  private IOException unanswered(String operation, ObjectLocation location, SdkException failure) {
    for (Throwable cause = failure; cause != null; cause = cause.getCause()) {
      if (cause instanceof InterruptedException) {
        return new InterruptedIOException("Interrupted at " + location);
      }
    }
    if (!connection.hasCredentials()) {
      return new AccessDeniedException(
          location.toString(),
          null,
          "no AWS credentials found; set AWS_ACCESS_KEY_ID and AWS_SECRET_ACCESS_KEY, choose a"
              + " profile with AWS_PROFILE, or run where a role gives them");
    }
    return new IOException(
        "Cannot %s %s: no answer from %s after %d attempt(s) (%s). Check the network and the endpoint, then run the same command again."
            .formatted(operation, location, server(), attempts(failure), root(failure)),
        failure);
  }

  /// No region, before any request.
  FileSystemException noRegion(ObjectLocation location, SdkException cause) {
    FileSystemException failure =
        new FileSystemException(
            location.toString(),
            null,
            "no AWS region is known; set AWS_REGION, or a region in the profile");
    failure.initCause(cause);
    return failure;
  }

  private static AccessDeniedException refusal(
      String operation, ObjectLocation location, String code) {
    return switch (code) {
      case "InvalidAccessKeyId" ->
          refusal(location, "the server does not know this access key; check the credentials");
      case "SignatureDoesNotMatch" ->
          refusal(location, "the secret key does not belong to the access key");
      case "ExpiredToken", "TokenRefreshRequired" ->
          refusal(
              location, "the credentials have expired; get new ones (such as with: aws sso login)");
      case "RequestTimeTooSkewed" ->
          refusal(location, "this machine's clock differs too much from the server's");
      default ->
          new PermissionDeniedException(
              location,
              "permission denied to %s; allow it in the bucket's or the role's policy"
                  .formatted(operation));
    };
  }

  private static AccessDeniedException refusal(ObjectLocation location, String reason) {
    return new AccessDeniedException(location.toString(), null, reason);
  }

  private static boolean isElsewhere(int status, String code) {
    return status / 100 == 3
        || code.equals("AuthorizationHeaderMalformed")
        || code.equals("IllegalLocationConstraintException")
        || (status == BAD_REQUEST && code.equals("IncorrectEndpoint"));
  }

  private static String elsewhere(AwsServiceException failure) {
    return Optional.ofNullable(failure.awsErrorDetails())
        .map(AwsErrorDetails::sdkHttpResponse)
        .flatMap(response -> response.firstMatchingHeader("x-amz-bucket-region"))
        .map("the bucket is in another region; set AWS_REGION=%s"::formatted)
        .orElse("the bucket is in another region; set AWS_REGION to it");
  }

  static boolean isThrottling(AwsServiceException failure) {
    return failure.isThrottlingException() || failure.statusCode() == TOO_MANY_REQUESTS;
  }

  static String code(AwsServiceException failure) {
    return Optional.ofNullable(failure.awsErrorDetails())
        .map(AwsErrorDetails::errorCode)
        .orElse("");
  }

  private static String message(AwsServiceException failure) {
    return Optional.ofNullable(failure.awsErrorDetails())
        .map(AwsErrorDetails::errorMessage)
        .orElseGet(() -> String.valueOf(failure.getMessage()));
  }

  private static String root(Throwable failure) {
    Throwable root = failure;
    while (root.getCause() != null) {
      root = root.getCause();
    }
    String name = root.getClass().getSimpleName();
    return root.getMessage() == null ? name : name + ": " + root.getMessage();
  }

  private static int attempts(SdkException failure) {
    return failure.numAttempts() == null ? 1 : failure.numAttempts();
  }

  private String server() {
    S3Settings settings = connection.settings();
    return settings.endpoint() == null ? "AWS" : settings.endpoint().toString();
  }
}
