package dev.shardline.listing.parallel;

/// Is told how a listing goes on.
@FunctionalInterface
public interface ListingProgress {
  /// Tells nobody.
  ListingProgress NONE = _ -> {};

  /// Called by the listing's own thread after every delivery, so many times a second; must be
  /// quick.
  void advanced(ListingStatus status);
}
