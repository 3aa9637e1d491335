package dev.shardline.recipe;

import com.fasterxml.jackson.databind.JsonNode;
import dev.shardline.failure.MalformedDataException;

/// A step that must learn from the train split before it can be applied: a global mean, histogram
/// landmarks, percentiles. A fit pass observes every train sample, on any number of workers; their
/// states are merged and written to a file named by its digest, and the recipe refers to it.
///
/// States merge exactly: observing the same items in any order and any grouping gives a state that
/// writes the same form. Counts and [ExactSum] do so by nature, sums of floating-point numbers do
/// not. The estimator itself is used by many threads at once and keeps nothing between calls.
///
/// @param <S> the state: immutable, or used by one thread at a time
public non-sealed interface Estimator<S> extends Transform {
  /// The state before anything was observed.
  S empty();

  /// The state after one more item; `state` itself where it can change.
  ///
  /// @throws MalformedDataException if nothing can be learnt from the item, which takes its sample
  ///   out of the pass; `state` is then as it was
  S observe(S state, Item item) throws MalformedDataException;

  /// The state of both together, which may be either of them, changed. `merge(a, b)` and `merge(b,
  /// a)` write the same form.
  S merge(S left, S right);

  /// The canonical form of a state, for people and for [#read]; numbers that are not whole as text.
  JsonNode write(S state);

  /// The state of such a form.
  ///
  /// @throws MalformedDataException if it is no state of this estimator
  S read(JsonNode form) throws MalformedDataException;

  /// The step that applies what was learnt; has this estimator's name and signature.
  ///
  /// @throws dev.shardline.failure.UsageException if too little was observed to learn anything
  Step fitted(S state);
}
