package dev.shardline.growth;

import dev.shardline.dataset.PartId;

/// A part of an earlier build.
///
/// @param from number of its first sample in the earlier build's order
/// @param to number behind its last sample
record PreviousPart(PartId id, int from, int to) {}
