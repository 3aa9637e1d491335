package dev.shardline.listing.inventory;

import dev.shardline.storage.ObjectVersion;

/// An object as an inventory knows it.
///
/// @param key decoded, as S3 takes it
public record InventoryRow(String key, long bytes, ObjectVersion version) {}
