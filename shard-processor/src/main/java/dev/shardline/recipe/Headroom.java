package dev.shardline.recipe;

/// Is told before each step how much memory it will take, so that garbage of the steps before can
/// be collected first. Called by many threads.
public interface Headroom {
  /// Nobody makes room.
  Headroom UNKEPT = bytes -> {};

  /// @param bytes what will be needed beside what there is, as the step's [Footprint] says
  void makeFor(long bytes);
}
