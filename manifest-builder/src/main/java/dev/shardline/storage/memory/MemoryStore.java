package dev.shardline.storage.memory;

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
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.NoSuchFileException;
import java.util.Arrays;
import java.util.Optional;
import java.util.concurrent.ConcurrentNavigableMap;
import java.util.concurrent.ConcurrentSkipListMap;

/// Keeps objects on the heap. Any key is allowed and every container exists. An object's etag is
/// the MD5 of its bytes, as for a plain S3 object. Safe for many threads.
public final class MemoryStore implements ObjectStore {
  private final ConcurrentNavigableMap<ObjectLocation, StoredObject> objects =
      new ConcurrentSkipListMap<>();

  @Override
  public ObjectPage list(ListRequest request) {
    PageBuilder page = new PageBuilder(request);
    for (StoredObject object : objects.tailMap(page.first(), true).values()) {
      if (!request.prefix().contains(object.location()) || !page.add(object.summary())) {
        break;
      }
    }
    return page.build();
  }

  @Override
  public Optional<ObjectSummary> head(ObjectLocation location) {
    return Optional.ofNullable(objects.get(location)).map(StoredObject::summary);
  }

  @Override
  public InputStream open(ObjectLocation location, ObjectVersion pin, ByteRange range)
      throws IOException {
    StoredObject object = objects.get(location);
    if (object == null) {
      throw new NoSuchFileException(location.toString());
    }
    if (!pin.admits(object.version())) {
      throw new ObjectChangedException(location, pin, object.version().toString());
    }
    byte[] bytes = object.bytes();
    int from = (int) Math.min(range.offset(), bytes.length);
    int length = (int) Math.min(range.length(), bytes.length - from);
    return new ByteArrayInputStream(bytes, from, length);
  }

  @Override
  public ObjectSummary write(ObjectLocation location, Content content) throws IOException {
    StoredObject object = StoredObject.of(location, content);
    objects.put(location, object);
    return object.summary();
  }

  @Override
  public PublishOutcome publish(ObjectLocation location, Content content) throws IOException {
    StoredObject object = StoredObject.of(location, content);
    StoredObject there = objects.putIfAbsent(location, object);
    if (there == null) {
      return new PublishOutcome.Published(object.summary());
    }
    return Arrays.equals(there.bytes(), object.bytes())
        ? new PublishOutcome.AlreadyIdentical(there.summary())
        : new PublishOutcome.AlreadyDifferent(there.summary());
  }

  @Override
  public void delete(ObjectLocation location) {
    objects.remove(location);
  }

  /// Keeps everything: nothing is held open.
  @Override
  public void close() {}
}
