package dev.shardline.volume;

import java.util.List;

/// A spatial axis of a volume. In a canonical volume X runs to the right, Y to the front
/// (anterior), Z to the top (superior).
public enum Axis {
  X(0),
  Y(1),
  Z(2);

  /// X, Y, Z.
  public static final List<Axis> ALL = List.of(values());

  private final int index;

  Axis(int index) {
    this.index = index;
  }

  /// 0, 1, 2: the axis's column in an affine.
  public int index() {
    return index;
  }
}
