package dev.shardline.listing.parallel;

import dev.shardline.storage.ByteRange;
import dev.shardline.storage.Content;
import dev.shardline.storage.ListRequest;
import dev.shardline.storage.ObjectLocation;
import dev.shardline.storage.ObjectPage;
import dev.shardline.storage.ObjectStore;
import dev.shardline.storage.ObjectSummary;
import dev.shardline.storage.ObjectVersion;
import dev.shardline.storage.PermissionDeniedException;
import dev.shardline.storage.PublishOutcome;
import dev.shardline.storage.memory.MemoryStore;
import java.io.IOException;
import java.io.InputStream;
import java.io.InterruptedIOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicInteger;

/// A memory store whose answers to listings take their time and are counted.
final class SlowStore implements ObjectStore {
  private static final int MOST_WAITS = 2_000;

  private final MemoryStore store = new MemoryStore();
  private final List<String> forbidden = new ArrayList<>();
  private final Set<String> refused = ConcurrentHashMap.newKeySet();
  private final Duration latency;
  private final AtomicInteger listings = new AtomicInteger();

  SlowStore(Duration latency) {
    this.latency = latency;
  }

  int listings() {
    return listings.get();
  }

  /// From now on listing a prefix that begins so is not permitted. The answers come when all that
  /// is forbidden was asked for, or after a while.
  void forbid(String prefix) {
    forbidden.add(prefix);
  }

  @Override
  public ObjectPage list(ListRequest request) throws IOException {
    listings.incrementAndGet();
    try {
      Thread.sleep(latency);
    } catch (InterruptedException _) {
      throw new InterruptedIOException();
    }
    Optional<String> rule = forbidden.stream().filter(request.prefix().key()::startsWith).findAny();
    if (rule.isPresent()) {
      refused.add(rule.get());
      awaitRefusals();
      throw new PermissionDeniedException(request.prefix(), "forbidden");
    }
    return store.list(request);
  }

  private void awaitRefusals() throws IOException {
    try {
      for (int i = 0; i < MOST_WAITS && refused.size() < forbidden.size(); i++) {
        Thread.sleep(1);
      }
    } catch (InterruptedException _) {
      throw new InterruptedIOException();
    }
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
  public void delete(ObjectLocation location) {
    store.delete(location);
  }

  @Override
  public void close() {
    store.close();
  }
}
