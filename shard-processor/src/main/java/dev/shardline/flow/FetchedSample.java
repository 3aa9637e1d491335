package dev.shardline.flow;

import dev.shardline.recipe.SourceObjects;

/// A sample whose bytes are at hand, or can be read by ranges.
///
/// @param memory what it was let in for
record FetchedSample(SourceObjects source, SampleMemory memory) {
  /// What it was let in for and does not take of the heap while it waits for a core.
  long untakenBytes() {
    return Math.max(0, memory.waitingBytes() - source.heapBytes());
  }
}
