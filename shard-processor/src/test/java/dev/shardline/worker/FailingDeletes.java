package dev.shardline.worker;

import dev.shardline.storage.ByteRange;
import dev.shardline.storage.Content;
import dev.shardline.storage.ListRequest;
import dev.shardline.storage.ObjectLocation;
import dev.shardline.storage.ObjectPage;
import dev.shardline.storage.ObjectStore;
import dev.shardline.storage.ObjectSummary;
import dev.shardline.storage.ObjectVersion;
import dev.shardline.storage.PublishOutcome;
import dev.shardline.storage.memory.MemoryStore;
import java.io.IOException;
import java.io.InputStream;
import java.util.Optional;

/// A store in memory whose n-th delete, and none before, fails as if the process had died there.
final class FailingDeletes implements ObjectStore {
  private final MemoryStore store = new MemoryStore();
  private int deletesLeft = Integer.MAX_VALUE;

  void failAfter(int deletes) {
    deletesLeft = deletes;
  }

  void heal() {
    deletesLeft = Integer.MAX_VALUE;
  }

  @Override
  public ObjectPage list(ListRequest request) {
    return store.list(request);
  }

  @Override
  public Optional<ObjectSummary> head(ObjectLocation location) {
    return store.head(location);
  }

  @Override
  public InputStream open(ObjectLocation location, ObjectVersion pin, ByteRange range)
      throws IOException {
    return store.open(location, pin, range);
  }

  @Override
  public ObjectSummary write(ObjectLocation location, Content content) throws IOException {
    return store.write(location, content);
  }

  @Override
  public PublishOutcome publish(ObjectLocation location, Content content) throws IOException {
    return store.publish(location, content);
  }

  @Override
  public void delete(ObjectLocation location) throws IOException {
    if (deletesLeft-- == 0) {
      throw new IOException("killed");
    }
    store.delete(location);
  }

  @Override
  public void close() {}
}
