package dev.shardline.conformance.storage;

import dev.shardline.storage.ObjectLocation;
import dev.shardline.storage.ObjectStore;
import dev.shardline.storage.memory.MemoryStore;

class MemoryStoreContractTest extends ObjectStoreContract {
  private final MemoryStore store = new MemoryStore();

  @Override
  public ObjectStore store() {
    return store;
  }

  @Override
  public ObjectLocation root() {
    return ObjectLocation.parse("memory://test/root/");
  }
}
