package dev.shardline.listing;

import dev.shardline.storage.ObjectLocation;
import dev.shardline.storage.ObjectSummary;
import java.io.IOException;
import java.util.List;

/// Lists everything under a prefix. How many requests run at once is the implementation's matter.
@FunctionalInterface
public interface PrefixLister {
  /// What takes the pages of a listing.
  @FunctionalInterface
  interface PageConsumer {
    /// Takes some objects; called by one thread at a time.
    void accept(List<ObjectSummary> objects) throws IOException;
  }

  /// Gives every object under `prefix` once to `pages`, in any order.
  ///
  /// @throws IOException as [dev.shardline.storage.ObjectStore#list] does
  void list(ObjectLocation prefix, PageConsumer pages) throws IOException;
}
