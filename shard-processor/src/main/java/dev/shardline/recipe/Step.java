package dev.shardline.recipe;

import dev.shardline.failure.MalformedDataException;

/// What is done to one item at one place of a recipe. Takes an item and gives none, one or many.
///
/// A step is made once per recipe and used by many threads at once: it keeps no state between
/// calls. What it gives depends on its arguments and the item alone, never on time, thread or
/// order; randomness comes from [Item#random()].
///
/// A user's own step implements this interface (or [MapStep]) and is offered by a [StepFactory].
public non-sealed interface Step extends Transform {
  /// Hands on what becomes of `item`. The item's payloads belong to whoever made them and are not
  /// to be changed.
  ///
  /// @throws MalformedDataException if the item's data cannot be used; quarantines the whole sample
  /// @throws dev.shardline.failure.PermanentException if the whole run makes no sense; stops the
  ///   worker. Any other unchecked exception quarantines the sample as `step-failed`
  void apply(Item item, Emitter emitter) throws MalformedDataException;

  /// How much memory it will take for an item, beside the item itself, if nothing is collected
  /// meanwhile.
  default long bytesToCome(Item item) {
    Foreseen taken = new Foreseen.Size(item.memoryBytes());
    return footprint(taken).peakBytes() - taken.bytes();
  }
}
