package dev.shardline.storage.s3;

import dev.shardline.storage.ByteRange;
import dev.shardline.storage.ObjectLocation;
import dev.shardline.storage.ObjectVersion;
import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.io.InterruptedIOException;
import java.net.SocketTimeoutException;
import java.util.Objects;
import software.amazon.awssdk.core.ResponseInputStream;
import software.amazon.awssdk.core.exception.SdkException;
import software.amazon.awssdk.services.s3.model.GetObjectResponse;

/// The body of an object or of a range. Where the connection breaks, stalls or ends early, the rest
/// is asked for anew, of the same version of the object; only when no byte comes in as many
/// attempts as a request has does reading fail. For one thread.
final class ResumingStream extends InputStream {
  /// So few bytes are read to the end on closing, which saves the connection; else it is cut.
  private static final long WORTH_DRAINING = 1 << 16;

  private final S3Reading reading;
  private final ObjectLocation location;
  private final ObjectVersion pin;
  private final ByteRange range;
  private final S3Retries retries;
  private ResponseInputStream<GetObjectResponse> body;
  private long position;
  private long remaining;
  private int failures;

  /// @param pin what the caller asked for, which may be any version; once bytes were handed out,
  ///   the rest must be of theirs
  /// @param body what `range` was answered with
  ResumingStream(
      S3Reading reading,
      ObjectLocation location,
      ObjectVersion pin,
      ByteRange range,
      ResponseInputStream<GetObjectResponse> body,
      S3Retries retries) {
    this.reading = reading;
    this.location = location;
    this.pin = pin;
    this.range = range;
    this.retries = retries;
    this.body = body;
    this.position = range.offset();
    this.remaining = announcedLength(body.response());
  }

  private static long announcedLength(GetObjectResponse response) {
    return ContentRange.of(response.contentRange())
        .map(ByteRange::length)
        .orElseGet(response::contentLength);
  }

  @Override
  public int read() throws IOException {
    byte[] one = new byte[1];
    return read(one, 0, 1) < 0 ? -1 : one[0] & 0xFF;
  }

  @Override
  public int read(byte[] into, int offset, int length) throws IOException {
    Objects.checkFromIndexSize(offset, length, into.length);
    if (length == 0 || remaining == 0) {
      return length == 0 ? 0 : -1;
    }
    int count = 0;
    while (count == 0) {
      try {
        count = readOnce(into, offset, (int) Math.min(length, remaining));
      } catch (SocketTimeoutException silent) {
        resume(silent);
      } catch (InterruptedIOException interrupted) {
        throw interrupted;
      } catch (IOException | SdkException broken) {
        resume(broken);
      }
    }
    failures = 0;
    position += count;
    remaining -= count;
    return count;
  }

  private int readOnce(byte[] into, int offset, int length) throws IOException {
    int count = body.read(into, offset, length);
    if (count < 0) {
      throw new EOFException("the body ended %d bytes early".formatted(remaining));
    }
    return count;
  }

  private void resume(Exception broken) throws IOException {
    body.abort();
    failures++;
    if (failures >= retries.attempts()) {
      throw new IOException(
          "Cannot read %s beyond byte %d: the connection broke %d times (%s). Run the same command again later."
              .formatted(location, position, failures, broken),
          broken);
    }
    retries.pause(failures, location);
    if (position == range.offset()) {
      body = reading.reopen(location, pin, range);
      remaining = announcedLength(body.response());
    } else {
      ObjectVersion begun = EntityTags.version(body.response().eTag(), body.response().versionId());
      body = reading.reopen(location, begun, new ByteRange(position, remaining));
    }
  }

  @Override
  public void close() throws IOException {
    if (remaining > WORTH_DRAINING) {
      body.abort();
      return;
    }
    try {
      body.close();
    } catch (IOException | SdkException _) {
      body.abort(); // the bytes that were asked for have been delivered
    }
  }
}
