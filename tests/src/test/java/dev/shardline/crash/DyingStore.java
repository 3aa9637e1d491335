package dev.shardline.crash;

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
import java.util.concurrent.atomic.AtomicInteger;

/// A store that kills its process right after one of the changes it makes. Safe for many threads.
final class DyingStore implements ObjectStore {
  private final ObjectStore store;
  private final AtomicInteger left;
  private final AtomicInteger changes = new AtomicInteger();

  /// @param fatal the change after which to die, from 1; 0 to live
  DyingStore(ObjectStore store, int fatal) {
    this.store = store;
    this.left = new AtomicInteger(fatal);
  }

  /// How many changes were made.
  int changes() {
    return changes.get();
  }

  private void changed() {
    changes.incrementAndGet();
    if (left.decrementAndGet() == 0) {
      KilledWorker.die();
    }
  }

  @Override
  public ObjectPage list(ListRequest request) throws IOException {
    return store.list(request);
  }

  @Override
  public Optional<ObjectSummary> head(ObjectLocation location) throws IOException {
    return store.head(location);
  }

  @Override
  public InputStream open(ObjectLocation location, ObjectVersion pin, ByteRange range)
      throws IOException {
    return store.open(location, pin, range);
  }

  @Override
  public ObjectSummary write(ObjectLocation location, Content content) throws IOException {
    ObjectSummary written = store.write(location, content);
    changed();
    return written;
  }

  @Override
  public PublishOutcome publish(ObjectLocation location, Content content) throws IOException {
    PublishOutcome outcome = store.publish(location, content);
    changed();
    return outcome;
  }

  @Override
  public void delete(ObjectLocation location) throws IOException {
    store.delete(location);
    changed();
  }

  @Override
  public void close() {
    store.close();
  }
}
