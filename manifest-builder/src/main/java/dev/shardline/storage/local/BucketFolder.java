package dev.shardline.storage.local;

import dev.shardline.storage.ByteRange;
import dev.shardline.storage.Content;
import dev.shardline.storage.ListRequest;
import dev.shardline.storage.ObjectChangedException;
import dev.shardline.storage.ObjectLocation;
import dev.shardline.storage.ObjectPage;
import dev.shardline.storage.ObjectStore;
import dev.shardline.storage.ObjectSummary;
import dev.shardline.storage.ObjectVersion;
import dev.shardline.storage.PublishOutcome;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.Optional;

/// Stands for S3 without a server: `s3://bucket/key` is the file `folder/bucket/key`. Several
/// processes that are given the same folder see the same buckets, every bucket exists, and keys are
/// those a [LocalStore] takes. Safe for many threads and processes.
public final class BucketFolder implements ObjectStore {
  private final LocalStore files = new LocalStore();
  private final String folder;

  /// @param folder need not exist yet
  public BucketFolder(Path folder) {
    this.folder = ObjectLocation.ofPath(folder).asDirectory().key();
  }

  @Override
  public ObjectPage list(ListRequest request) throws IOException {
    String cut = folder + request.prefix().container() + "/";
    ObjectPage page =
        files.list(
            new ListRequest(
                inside(request.prefix()),
                request.startAfter().isEmpty() ? "" : cut + request.startAfter(),
                request.depth(),
                request.limit()));
    return new ObjectPage(
        page.objects().stream().map(this::outside).toList(),
        page.directories().stream().map(this::outside).toList(),
        page.more());
  }

  @Override
  public Optional<ObjectSummary> head(ObjectLocation location) throws IOException {
    return files.head(inside(location)).map(this::outside);
  }

  @Override
  public InputStream open(ObjectLocation location, ObjectVersion pin, ByteRange range)
      throws IOException {
    try {
      return files.open(inside(location), pin, range);
    } catch (NoSuchFileException missing) {
      throw new NoSuchFileException(location.toString(), null, missing.getReason());
    } catch (ObjectChangedException changed) {
      String found = head(location).map(object -> object.version().toString()).orElse("nothing");
      throw new ObjectChangedException(location, pin, found);
    }
  }

  @Override
  public ObjectSummary write(ObjectLocation location, Content content) throws IOException {
    return outside(files.write(inside(location), content));
  }

  @Override
  public PublishOutcome publish(ObjectLocation location, Content content) throws IOException {
    return switch (files.publish(inside(location), content)) {
      case PublishOutcome.Published(ObjectSummary object) ->
          new PublishOutcome.Published(outside(object));
      case PublishOutcome.AlreadyIdentical(ObjectSummary object) ->
          new PublishOutcome.AlreadyIdentical(outside(object));
      case PublishOutcome.AlreadyDifferent(ObjectSummary object) ->
          new PublishOutcome.AlreadyDifferent(outside(object));
    };
  }

  @Override
  public void delete(ObjectLocation location) throws IOException {
    files.delete(inside(location));
  }

  private ObjectLocation inside(ObjectLocation location) {
    return new ObjectLocation("file", "", folder + location.container() + "/" + location.key());
  }

  private ObjectLocation outside(ObjectLocation file) {
    String rest = file.key().substring(folder.length());
    int slash = rest.indexOf('/');
    return new ObjectLocation("s3", rest.substring(0, slash), rest.substring(slash + 1));
  }

  private ObjectSummary outside(ObjectSummary file) {
    return new ObjectSummary(outside(file.location()), file.bytes(), file.version());
  }

  /// Keeps everything: nothing is held open.
  @Override
  public void close() {}
}
