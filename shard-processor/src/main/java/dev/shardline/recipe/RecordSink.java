package dev.shardline.recipe;

import dev.shardline.failure.MalformedDataException;

/// Takes what comes out at the end of a recipe.
public interface RecordSink {
  /// @param output the output's name; [Recipe#MAIN] without a `tee`
  /// @param item its data is a tensor
  /// @throws MalformedDataException if the item cannot be written as it is
  void accept(String output, Item item) throws MalformedDataException;
}
