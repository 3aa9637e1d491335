package dev.shardline.listing;

import dev.shardline.storage.ObjectLocation;
import java.util.List;

/// What the sources hold.
///
/// @param denied what was left out because it may not be listed
public record Listing(ObjectTable objects, ListingCounts counts, List<ObjectLocation> denied) {
  public Listing {
    denied = List.copyOf(denied);
  }
}
