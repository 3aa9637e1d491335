package dev.shardline.worker;

/// Which of how many workers this is.
///
/// @param index from 0
/// @param count at least 1
public record Rank(int index, int count) {
  public static final Rank ONLY = new Rank(0, 1);

  public Rank {
    if (count < 1 || index < 0 || index >= count) {
      throw new IllegalArgumentException(
          "Rank %d of %d: the rank is 0 to count - 1".formatted(index, count));
    }
  }

  /// `2 of 8`, counted from 0.
  @Override
  public String toString() {
    return index + " of " + count;
  }
}
