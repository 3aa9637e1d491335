package dev.shardline.listing.parallel;

import dev.shardline.storage.ObjectLocation;

/// A prefix that may be worth a delimiter probe.
///
/// @param depth 0 for the prefix that is listed
record Folder(ObjectLocation location, int depth) {}
