package dev.shardline.lineage;

import dev.shardline.digest.Digest;

/// A shard that a part gave.
///
/// @param name file name inside the split's folder
/// @param bytes size of the file as it is stored
/// @param sha256 digest of the file as it is stored
/// @param records how many records it holds
public record ShardEntry(String name, long bytes, Digest sha256, long records) {}
