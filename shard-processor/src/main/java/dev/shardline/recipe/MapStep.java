package dev.shardline.recipe;

import dev.shardline.failure.MalformedDataException;

/// A step that makes exactly one item of each.
public interface MapStep extends Step {
  /// What becomes of `item`.
  ///
  /// @throws MalformedDataException if the item's data cannot be used
  Item map(Item item) throws MalformedDataException;

  @Override
  default void apply(Item item, Emitter emitter) throws MalformedDataException {
    emitter.emit(map(item));
  }
}
