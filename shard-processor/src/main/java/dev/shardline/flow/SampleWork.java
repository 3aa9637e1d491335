package dev.shardline.flow;

import dev.shardline.dataset.Sample;
import dev.shardline.dataset.Split;
import dev.shardline.recipe.Headroom;
import dev.shardline.recipe.SourceObjects;

/// What is done with samples on the cores. Called by many threads.
///
/// @param <T> what becomes of a sample
public interface SampleWork<T> {
  /// A sample that could be read. What cannot be used is no exception but a result.
  ///
  /// @param headroom is to be told before much memory is taken
  T process(Sample sample, Split split, SourceObjects source, Headroom headroom);

  /// A sample that could not be read.
  T unusable(Sample sample, UnusableSampleException why);

  /// How much of the memory budget a result still holds until its receiver gives it back.
  long heldBytes(T result);
}
