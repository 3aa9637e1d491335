package dev.shardline.storage.s3;

import dev.shardline.storage.Content;
import dev.shardline.storage.ObjectLocation;
import dev.shardline.storage.ObjectSummary;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.function.Consumer;
import software.amazon.awssdk.core.sync.RequestBody;
import software.amazon.awssdk.services.s3.model.PutObjectRequest;
import software.amazon.awssdk.services.s3.model.PutObjectResponse;

/// Writes objects whether or not one is there: small ones with one request, large ones in parts.
final class S3Writing {
  static final String CONTENT_TYPE = "application/octet-stream";

  /// From here on an object goes up in parts, of which a failed one is sent again, not the whole.
  private static final long LARGE = 64L << 20;

  private final S3Calls calls;

  S3Writing(S3Calls calls) {
    this.calls = calls;
  }

  ObjectSummary write(ObjectLocation location, Content content) throws IOException {
    return content.length() > LARGE
        ? new MultipartUpload(calls, location).upload(content)
        : put(location, content);
  }

  private ObjectSummary put(ObjectLocation location, Content content) throws IOException {
    PutObjectResponse response =
        calls.call(
            "write",
            location,
            client -> client.putObject(request(location, _ -> {}), body(content)));
    return summary(location, content, response);
  }

  static PutObjectRequest request(
      ObjectLocation location, Consumer<PutObjectRequest.Builder> conditions) {
    return PutObjectRequest.builder()
        .bucket(location.container())
        .key(location.key())
        .applyMutation(conditions)
        .build();
  }

  static ObjectSummary summary(
      ObjectLocation location, Content content, PutObjectResponse response) {
    return new ObjectSummary(
        location, content.length(), EntityTags.version(response.eTag(), response.versionId()));
  }

  /// A body that every attempt opens anew.
  static RequestBody body(Content content) {
    return RequestBody.fromContentProvider(() -> opened(content), content.length(), CONTENT_TYPE);
  }

  private static InputStream opened(Content content) {
    try {
      return content.open();
    } catch (IOException failure) {
      throw new UncheckedIOException(failure);
    }
  }
}
