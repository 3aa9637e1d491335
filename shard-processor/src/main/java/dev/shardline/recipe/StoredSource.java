package dev.shardline.recipe;

/// What a source step would put into a scratch file.
///
/// @param peakBytes the memory that this needs at once
public record StoredSource(StoredData data, long peakBytes) {}
