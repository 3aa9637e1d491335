package dev.shardline.signal;

/// Room for rows of lanes, the first of which begins with a line of cache.
///
/// Not safe for concurrent use.
public final class LaneRoom {
  private final float[] values;
  private int first;

  /// Room for so many values, all zero.
  public LaneRoom(int length) {
    values = new float[length + CacheLine.FLOATS];
    settle();
  }

  /// Looks where the array lies now. What the room holds is lost. Results do not depend on it, and
  /// if the collector moves the array later only time is lost.
  public void settle() {
    first = CacheLine.first(values);
  }

  /// Values there is room for.
  public int length() {
    return values.length - CacheLine.FLOATS;
  }

  /// The array that holds the rows, and others before and behind them.
  public float[] values() {
    return values;
  }

  /// Where in [#values] the first row begins.
  public int first() {
    return first;
  }
}
