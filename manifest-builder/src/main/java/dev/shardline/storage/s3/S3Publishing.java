package dev.shardline.storage.s3;

import dev.shardline.storage.ByteRange;
import dev.shardline.storage.Content;
import dev.shardline.storage.ObjectChangedException;
import dev.shardline.storage.ObjectLocation;
import dev.shardline.storage.ObjectSummary;
import dev.shardline.storage.ObjectVersion;
import dev.shardline.storage.PublishOutcome;
import dev.shardline.storage.UnknownOutcomeException;
import java.io.IOException;
import java.io.InputStream;
import java.io.InterruptedIOException;
import java.nio.file.FileSystemException;
import java.nio.file.NoSuchFileException;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import software.amazon.awssdk.awscore.exception.AwsServiceException;
import software.amazon.awssdk.core.exception.SdkException;
import software.amazon.awssdk.services.s3.model.HeadObjectResponse;
import software.amazon.awssdk.services.s3.model.PutObjectRequest;
import software.amazon.awssdk.services.s3.model.PutObjectResponse;

/// Writes an object only if none is there: one PUT with `If-None-Match: *`.
///
/// The object carries the id of this write. A refusal may be the answer to a repeated request whose
/// first copy succeeded, and a lost answer tells nothing; in both cases the object itself is looked
/// at: our id, or the same bytes, or others.
final class S3Publishing {
  /// What one PUT may hold.
  private static final long LARGEST = 5L << 30;

  private static final String WRITE_ID = "shardline-write";
  private static final int CONFLICT = 409;
  private static final int PRECONDITION_FAILED = 412;
  private static final int SERVER_ERROR = 500;

  /// An object that vanishes between the refusal and the look is published anew so often.
  private static final int ROUNDS = 5;

  private final S3Calls calls;
  private final S3Reading reading;

  S3Publishing(S3Calls calls, S3Reading reading) {
    this.calls = calls;
    this.reading = reading;
  }

  PublishOutcome publish(ObjectLocation location, Content content) throws IOException {
    requireOneRequest(location, content);
    String writeId = UUID.randomUUID().toString();
    for (int round = 0; round < ROUNDS; round++) {
      Optional<PublishOutcome> outcome = tryOnce(location, content, writeId);
      if (outcome.isPresent()) {
        return outcome.get();
      }
    }
    throw new IOException(
        "Cannot publish %s: something else writes and removes it again and again"
            .formatted(location));
  }

  private static void requireOneRequest(ObjectLocation location, Content content)
      throws FileSystemException {
    if (content.length() > LARGEST) {
      throw new FileSystemException(
          location.toString(),
          null,
          "%d bytes are more than the %d that one request to S3 may hold, and only a single request publishes exactly once; make the shards smaller"
              .formatted(content.length(), LARGEST));
    }
  }

  /// One request and, where it did not succeed, a look; empty if an object was in the way that is
  /// no longer there.
  private Optional<PublishOutcome> tryOnce(ObjectLocation location, Content content, String writeId)
      throws IOException {
    try {
      PutObjectResponse response = put(location, content, writeId);
      return Optional.of(
          new PublishOutcome.Published(S3Writing.summary(location, content, response)));
    } catch (SdkException failure) {
      return resolve(location, content, writeId, failure);
    }
  }

  private PutObjectResponse put(ObjectLocation location, Content content, String writeId)
      throws IOException {
    PutObjectRequest request =
        S3Writing.request(
            location, put -> put.ifNoneMatch("*").metadata(Map.of(WRITE_ID, writeId)));
    return calls.send(location, client -> client.putObject(request, S3Writing.body(content)));
  }

  private Optional<PublishOutcome> resolve(
      ObjectLocation location, Content content, String writeId, SdkException failure)
      throws IOException {
    IOException clear = calls.failure("publish", location, failure);
    if (clear instanceof InterruptedIOException) {
      throw clear;
    }
    Optional<PublishOutcome> found;
    try {
      found = look(location, content, writeId);
    } catch (IOException blind) {
      clear.addSuppressed(blind);
      throw isRefusal(failure) ? clear : unknown(location, clear);
    }
    if (found.isEmpty() && !isInTheWay(failure)) {
      throw isRefusal(failure) || isThrottling(failure) ? clear : unknown(location, clear);
    }
    return found;
  }

  /// What is there now; empty if nothing is.
  private Optional<PublishOutcome> look(ObjectLocation location, Content content, String writeId)
      throws IOException {
    Optional<HeadObjectResponse> head = reading.head(location, ObjectVersion.ANY);
    if (head.isEmpty()) {
      return Optional.empty();
    }
    ObjectSummary there = S3Reading.summary(location, head.get());
    if (writeId.equals(head.get().metadata().get(WRITE_ID))) {
      return Optional.of(new PublishOutcome.Published(there));
    }
    try {
      return Optional.of(
          holds(there, content)
              ? new PublishOutcome.AlreadyIdentical(there)
              : new PublishOutcome.AlreadyDifferent(there));
    } catch (NoSuchFileException | ObjectChangedException _) {
      return Optional.empty();
    }
  }

  private boolean holds(ObjectSummary there, Content content) throws IOException {
    if (there.bytes() != content.length()) {
      return false;
    }
    try (InputStream stream = reading.open(there.location(), there.version(), ByteRange.ALL)) {
      return content.matches(stream);
    }
  }

  private static UnknownOutcomeException unknown(ObjectLocation location, IOException failure) {
    return new UnknownOutcomeException(
        "It is not known whether %s was written: %s. Run the same command again: it looks at what is there."
            .formatted(location, failure.getMessage()),
        failure);
  }

  private static boolean isInTheWay(SdkException failure) {
    return failure instanceof AwsServiceException answer
        && (answer.statusCode() == PRECONDITION_FAILED || answer.statusCode() == CONFLICT);
  }

  private static boolean isRefusal(SdkException failure) {
    return failure instanceof AwsServiceException answer
        && answer.statusCode() < SERVER_ERROR
        && !isInTheWay(failure)
        && !S3Failures.isThrottling(answer);
  }

  private static boolean isThrottling(SdkException failure) {
    return failure instanceof AwsServiceException answer && S3Failures.isThrottling(answer);
  }
}
