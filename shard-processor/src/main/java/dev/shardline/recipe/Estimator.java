package dev.shardline.recipe;

import dev.shardline.failure.MalformedDataException;

/// A step that must learn from the train split before it can be applied: a global mean, histogram
/// landmarks, percentiles. A fit pass observes every train sample, on any number of workers; their
/// states are merged and written to a file named by its digest, and the recipe refers to it.
///
/// States merge exactly: observing the same items in any order and any grouping gives a state that
/// writes the same bytes. Sums of floating-point numbers are therefore kept exact or in integers.
///
/// @param <S> the state: immutable, or used by one thread at a time
public non-sealed interface Estimator<S> extends Transform {
  /// The state before anything was observed.
  S empty();

  /// The state after one more item.
  S observe(S state, Item item) throws MalformedDataException;

  /// The state of both together. `merge(a, b)` and `merge(b, a)` write the same bytes.
  S merge(S left, S right);

  /// The canonical bytes of a state.
  byte[] write(S state);

  /// The state of such bytes.
  ///
  /// @throws MalformedDataException if they are no state of this estimator
  S read(byte[] bytes) throws MalformedDataException;

  /// The step that applies what was learnt; has this estimator's name and signature.
  ///
  /// @throws dev.shardline.failure.UsageException if too little was observed to learn anything
  Step fitted(S state);
}
