package dev.shardline.storage.s3;

import dev.shardline.storage.ByteRange;
import dev.shardline.storage.ObjectChangedException;
import dev.shardline.storage.ObjectLocation;
import dev.shardline.storage.ObjectSummary;
import dev.shardline.storage.ObjectVersion;
import java.io.IOException;
import java.io.InputStream;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import software.amazon.awssdk.awscore.exception.AwsServiceException;
import software.amazon.awssdk.core.ResponseInputStream;
import software.amazon.awssdk.core.exception.SdkException;
import software.amazon.awssdk.services.s3.model.GetObjectRequest;
import software.amazon.awssdk.services.s3.model.GetObjectResponse;
import software.amazon.awssdk.services.s3.model.HeadObjectRequest;
import software.amazon.awssdk.services.s3.model.HeadObjectResponse;

/// Looks at objects and opens them.
final class S3Reading {
  private static final int NOT_FOUND = 404;
  private static final int PRECONDITION_FAILED = 412;
  private static final int RANGE_NOT_SATISFIABLE = 416;

  private final S3Calls calls;

  S3Reading(S3Calls calls) {
    this.calls = calls;
  }

  Optional<HeadObjectResponse> head(ObjectLocation location, ObjectVersion pin) throws IOException {
    HeadObjectRequest request =
        HeadObjectRequest.builder()
            .bucket(location.container())
            .key(location.key())
            .ifMatch(EntityTags.quoted(pin.etag()))
            .versionId(EntityTags.orNull(pin.versionId()))
            .build();
    try {
      return Optional.of(calls.send(location, client -> client.headObject(request)));
    } catch (AwsServiceException failure) {
      if (failure.statusCode() == NOT_FOUND) {
        return Optional.empty();
      }
      throw translated(location, pin, failure);
    } catch (SdkException failure) {
      throw calls.failure("look at", location, failure);
    }
  }

  static ObjectSummary summary(ObjectLocation location, HeadObjectResponse head) {
    return new ObjectSummary(
        location, head.contentLength(), EntityTags.version(head.eTag(), head.versionId()));
  }

  InputStream open(ObjectLocation location, ObjectVersion pin, ByteRange range) throws IOException {
    if (range.length() == 0) {
      if (head(location, pin).isEmpty()) {
        throw S3Failures.missing(location);
      }
      return InputStream.nullInputStream();
    }
    try {
      ResponseInputStream<GetObjectResponse> body = get(location, pin, range);
      return new ResumingStream(this, location, pin, range, body, calls.retries());
    } catch (AwsServiceException failure) {
      if (failure.statusCode() == RANGE_NOT_SATISFIABLE) {
        return InputStream.nullInputStream();
      }
      throw translated(location, pin, failure);
    } catch (SdkException failure) {
      throw calls.failure("read", location, failure);
    }
  }

  /// Opens what is missing of a body that broke off.
  ResponseInputStream<GetObjectResponse> reopen(
      ObjectLocation location, ObjectVersion pin, ByteRange rest) throws IOException {
    try {
      return get(location, pin, rest);
    } catch (AwsServiceException failure) {
      throw translated(location, pin, failure);
    } catch (SdkException failure) {
      throw calls.failure("read", location, failure);
    }
  }

  private ResponseInputStream<GetObjectResponse> get(
      ObjectLocation location, ObjectVersion pin, ByteRange range) throws IOException {
    GetObjectRequest request =
        GetObjectRequest.builder()
            .bucket(location.container())
            .key(location.key())
            .ifMatch(EntityTags.quoted(pin.etag()))
            .versionId(EntityTags.orNull(pin.versionId()))
            .range(header(range))
            .build();
    ResponseInputStream<GetObjectResponse> body =
        calls.send(location, client -> client.getObject(request));
    Optional<ByteRange> found = ContentRange.of(body.response().contentRange());
    if (range.offset() > 0 && found.filter(it -> it.offset() == range.offset()).isEmpty()) {
      body.abort();
      throw new IOException(
          "Cannot read %s from byte %d: the server answered with another range (%s)"
              .formatted(location, range.offset(), body.response().contentRange()));
    }
    return body;
  }

  private static @Nullable String header(ByteRange range) {
    if (range.equals(ByteRange.ALL)) {
      return null;
    }
    return range.length() > Long.MAX_VALUE - range.offset()
        ? "bytes=%d-".formatted(range.offset())
        : "bytes=%d-%d".formatted(range.offset(), range.offset() + range.length() - 1);
  }

  private IOException translated(
      ObjectLocation location, ObjectVersion pin, AwsServiceException failure) {
    return failure.statusCode() == PRECONDITION_FAILED
        ? new ObjectChangedException(location, pin, "another object")
        : calls.failure("read", location, failure);
  }
}
