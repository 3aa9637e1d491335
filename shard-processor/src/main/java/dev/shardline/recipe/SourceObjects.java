package dev.shardline.recipe;

import dev.shardline.data.DataKind;
import dev.shardline.data.Payload;

/// A sample's objects, undecoded, on their way into the first step of a recipe: whole in memory, or
/// read by ranges where memory would not hold what they decode to.
public sealed interface SourceObjects extends Payload permits SourceBytes, SourceRanges {
  @Override
  default DataKind kind() {
    return DataKind.BYTES;
  }
}
