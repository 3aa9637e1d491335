package dev.shardline.storage;

import dev.shardline.failure.UsageException;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/// A fixed choice of stores, one for each scheme. Closing it closes them. Safe for many threads.
public final class StoresByScheme implements StoreProvider, AutoCloseable {
  private final Map<String, ObjectStore> stores;

  /// @param stores by scheme (`s3`, `file`, `memory`); taken over, to be closed with this
  public StoresByScheme(Map<String, ObjectStore> stores) {
    this.stores = new TreeMap<>(stores);
  }

  @Override
  public ObjectStore storeOf(ObjectLocation location) {
    ObjectStore store = stores.get(location.scheme());
    if (store == null) {
      throw new UsageException(
          "Cannot reach %s: \"%s\" is not a scheme known here; use one of %s"
              .formatted(location, location.scheme(), List.copyOf(stores.keySet())));
    }
    return store;
  }

  @Override
  public void close() {
    stores.values().forEach(ObjectStore::close);
  }
}
