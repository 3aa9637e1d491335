package dev.shardline.storage.s3;

import dev.shardline.storage.ObjectLocation;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.function.Function;
import software.amazon.awssdk.core.exception.SdkClientException;
import software.amazon.awssdk.core.exception.SdkException;
import software.amazon.awssdk.services.s3.S3Client;

/// Sends requests and turns the SDK's failures into the port's. Safe for many threads.
final class S3Calls {
  private final S3Connection connection;
  private final S3Failures failures;

  S3Calls(S3Connection connection) {
    this.connection = connection;
    this.failures = new S3Failures(connection);
  }

  /// Sends one request.
  ///
  /// @param operation what it does, for the message, such as `read`
  <T> T call(String operation, ObjectLocation location, Function<S3Client, T> request)
      throws IOException {
    try {
      return send(location, request);
    } catch (SdkException failure) {
      throw failures.of(operation, location, failure);
    }
  }

  /// Sends one request, for a caller that looks at the SDK's failures itself.
  ///
  /// @throws IOException if no region is known, or the content to send cannot be read
  <T> T send(ObjectLocation location, Function<S3Client, T> request) throws IOException {
    try {
      return request.apply(client(location));
    } catch (UncheckedIOException content) {
      throw content.getCause();
    } catch (SdkException answered) {
      throw answered;
    } catch (RuntimeException unsigned) {
      // The signer wraps what kept it from reading the content.
      for (Throwable cause = unsigned; cause != null; cause = cause.getCause()) {
        if (cause instanceof IOException content) {
          throw content;
        }
      }
      throw unsigned;
    }
  }

  private S3Client client(ObjectLocation location) throws IOException {
    try {
      return connection.client();
    } catch (SdkClientException failure) {
      throw failures.noRegion(location, failure);
    }
  }

  IOException failure(String operation, ObjectLocation location, SdkException failure) {
    return failures.of(operation, location, failure);
  }

  S3Retries retries() {
    return connection.settings().retries();
  }
}
