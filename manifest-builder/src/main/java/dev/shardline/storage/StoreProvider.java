package dev.shardline.storage;

/// Gives the store for a location. The wiring makes one with the stores it has; everything else
/// asks it and names no implementation.
@FunctionalInterface
public interface StoreProvider {
  /// The store that keeps `location`; always the same for the same scheme. The provider owns it.
  ///
  /// @throws dev.shardline.failure.UsageException if no store serves the location's scheme
  ObjectStore storeOf(ObjectLocation location);
}
