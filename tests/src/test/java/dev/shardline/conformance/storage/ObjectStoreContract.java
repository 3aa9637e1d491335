package dev.shardline.conformance.storage;

import java.util.Set;

/// The storage contract whole: every store has one test class that extends this.
abstract class ObjectStoreContract implements ReadingContract, ListingContract, PublishingContract {
  @Override
  public Set<Deviation> deviations() {
    return Set.of();
  }
}
