package dev.shardline.flow;

import dev.shardline.recipe.SourceObjects;

/// A sample whose bytes are at hand, or can be read by ranges.
///
/// @param reservedBytes what it holds of the memory budget
record FetchedSample(SourceObjects source, long reservedBytes) {}
