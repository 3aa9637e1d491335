package dev.shardline.listing.parallel;

import dev.shardline.storage.ListRequest;
import dev.shardline.storage.ListRequest.Depth;
import dev.shardline.storage.ObjectLocation;
import dev.shardline.storage.ObjectPage;
import dev.shardline.storage.ObjectStore;
import dev.shardline.storage.StoreProvider;
import java.io.IOException;

/// All keys under one listed prefix, and what is known of how they look.
final class Territory {
  private final ObjectLocation prefix;
  private final ObjectStore store;
  private final KeySpace keySpace;

  Territory(ObjectLocation prefix, StoreProvider stores) {
    this.prefix = prefix;
    this.store = stores.storeOf(prefix);
    this.keySpace = new KeySpace(prefix.key().length());
  }

  ObjectLocation prefix() {
    return prefix;
  }

  /// For the thread that holds the frontier's lock.
  KeySpace keySpace() {
    return keySpace;
  }

  ObjectPage ask(ObjectLocation below, String after, Depth depth) throws IOException {
    return store.list(new ListRequest(below, after, depth, ListRequest.PAGE));
  }
}
