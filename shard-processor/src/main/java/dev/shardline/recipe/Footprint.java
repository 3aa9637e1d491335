package dev.shardline.recipe;

/// How much memory a step needs for one item, predicted before it runs.
///
/// @param givenBytes the size of what the step gives (of one item, for a step that gives many)
/// @param peakBytes the most that is alive at once while it runs: what it takes, what it gives and
///   what it works with
public record Footprint(long givenBytes, long peakBytes) {
  public Footprint {
    if (givenBytes < 0 || peakBytes < givenBytes) {
      throw new IllegalArgumentException(
          "A footprint's peak (%d) is at least what it gives (%d), and that at least 0"
              .formatted(peakBytes, givenBytes));
    }
  }

  /// A step that makes a changed copy and needs nothing besides.
  public static Footprint ofSameSize(long bytes) {
    return of(bytes, bytes, 0);
  }

  /// @param takenBytes what is taken and alive all the while
  /// @param givenBytes what is made of it
  /// @param workingBytes what is needed besides while it runs
  public static Footprint of(long takenBytes, long givenBytes, long workingBytes) {
    return new Footprint(givenBytes, saturated(saturated(takenBytes, givenBytes), workingBytes));
  }

  private static long saturated(long left, long right) {
    long sum = left + right;
    return sum < 0 ? Long.MAX_VALUE : sum;
  }
}
