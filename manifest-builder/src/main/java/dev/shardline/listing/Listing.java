package dev.shardline.listing;

/// What the sources hold.
public record Listing(ObjectTable objects, ListingCounts counts) {}
