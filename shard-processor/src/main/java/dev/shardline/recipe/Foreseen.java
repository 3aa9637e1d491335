package dev.shardline.recipe;

/// What is known of data before it is made: what it takes in memory, and for some kinds more, which
/// steps of the same kind understand.
public interface Foreseen {
  /// The memory of the data and its companions, at most.
  long bytes();

  /// Data of which nothing but its size is known.
  record Size(long bytes) implements Foreseen {}
}
