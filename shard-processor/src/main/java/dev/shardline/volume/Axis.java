package dev.shardline.volume;

/// A spatial axis of a volume. In a canonical volume X runs to the right, Y to the front
/// (anterior), Z to the top (superior).
public enum Axis {
  X,
  Y,
  Z
}
