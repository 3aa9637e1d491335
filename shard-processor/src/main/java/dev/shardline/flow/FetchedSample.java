package dev.shardline.flow;

import dev.shardline.recipe.SourceBytes;

/// A sample whose bytes are at hand.
///
/// @param reservedBytes what it holds of the memory budget
record FetchedSample(SourceBytes bytes, long reservedBytes) {}
