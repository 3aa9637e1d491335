package dev.shardline.recipe;

import dev.shardline.data.DataKind;
import dev.shardline.data.Payload;

/// A sample's objects, undecoded, on their way into the first step of a recipe: whole in memory, or
/// read by ranges where memory would not hold what they decode to. What is decoded may lie where
/// they lie, or in their scratch files: whoever fetched them closes them when the sample's recipe
/// has ended.
public sealed interface SourceObjects extends Payload, AutoCloseable
    permits SourceBytes, SourceRanges {
  @Override
  default DataKind kind() {
    return DataKind.BYTES;
  }

  /// How much of the heap the objects take, undecoded.
  long heapBytes();

  /// Gives back the memory, or removes the scratch files. Closing twice is as good as once.
  @Override
  void close();
}
