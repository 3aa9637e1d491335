package dev.shardline.storage.s3;

import dev.shardline.storage.ByteRange;
import dev.shardline.storage.Content;
import dev.shardline.storage.ListRequest;
import dev.shardline.storage.ObjectLocation;
import dev.shardline.storage.ObjectPage;
import dev.shardline.storage.ObjectStore;
import dev.shardline.storage.ObjectSummary;
import dev.shardline.storage.ObjectVersion;
import dev.shardline.storage.PublishOutcome;
import java.io.IOException;
import java.io.InputStream;
import java.util.Optional;

/// Keeps objects in S3 buckets, which must exist.
///
/// Every request is repeated as [S3Settings#retries] says; the body of a read resumes where a
/// connection broke. Calls block. A stream holds a connection until it is closed. Publishing is one
/// conditional PUT, so at most 5 GiB; see [S3Publishing] for unknown outcomes. Listings are in
/// UTF-8 order as far as the server keeps to it.
public final class S3Store implements ObjectStore {
  private final S3Connection connection;
  private final S3Calls calls;
  private final S3Listing listing;
  private final S3Reading reading;
  private final S3Writing writing;
  private final S3Publishing publishing;

  /// Connects at the first request.
  public S3Store(S3Settings settings) {
    this.connection = new S3Connection(settings);
    this.calls = new S3Calls(connection);
    this.listing = new S3Listing(calls, new DirectListing(connection));
    this.reading = new S3Reading(calls);
    this.writing = new S3Writing(calls);
    this.publishing = new S3Publishing(calls, reading);
  }

  @Override
  public ObjectPage list(ListRequest request) throws IOException {
    return listing.page(request);
  }

  @Override
  public Optional<ObjectSummary> head(ObjectLocation location) throws IOException {
    return reading
        .head(location, ObjectVersion.ANY)
        .map(found -> S3Reading.summary(location, found));
  }

  @Override
  public InputStream open(ObjectLocation location, ObjectVersion pin, ByteRange range)
      throws IOException {
    return reading.open(location, pin, range);
  }

  @Override
  public ObjectSummary write(ObjectLocation location, Content content) throws IOException {
    return writing.write(location, content);
  }

  @Override
  public PublishOutcome publish(ObjectLocation location, Content content) throws IOException {
    return publishing.publish(location, content);
  }

  @Override
  public void delete(ObjectLocation location) throws IOException {
    calls.call(
        "delete",
        location,
        client ->
            client.deleteObject(delete -> delete.bucket(location.container()).key(location.key())));
  }

  @Override
  public void close() {
    connection.close();
  }
}
