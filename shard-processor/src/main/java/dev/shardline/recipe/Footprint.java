package dev.shardline.recipe;

/// How much memory a step needs for one item, predicted before it runs.
///
/// @param given what the step gives; one item of it, for a step that gives many
/// @param peakBytes the most that is alive at once while it runs: what it takes, what it gives and
///   what it works with
/// @param items how many items it gives for one, at most
public record Footprint(Foreseen given, long peakBytes, long items) {
  public Footprint {
    if (given.bytes() < 0 || peakBytes < given.bytes() || items < 0) {
      throw new IllegalArgumentException(
          "A footprint's peak (%d) is at least what it gives (%d), and that at least 0; %d items"
              .formatted(peakBytes, given.bytes(), items));
    }
  }

  /// The footprint of a step that gives one item.
  public Footprint(long givenBytes, long peakBytes) {
    this(new Foreseen.Size(givenBytes), peakBytes, 1);
  }

  /// A step that makes a changed copy and needs nothing besides.
  public static Footprint ofSameSize(long bytes) {
    return of(bytes, bytes, 0);
  }

  /// @param takenBytes what is taken and alive all the while
  /// @param givenBytes what is made of it
  /// @param workingBytes what is needed besides while it runs
  public static Footprint of(long takenBytes, long givenBytes, long workingBytes) {
    return new Footprint(givenBytes, sum(sum(takenBytes, givenBytes), workingBytes));
  }

  /// The size of what the step gives; of one item, for a step that gives many.
  public long givenBytes() {
    return given.bytes();
  }

  /// The same step, giving something that is known better.
  public Footprint giving(Foreseen known) {
    return new Footprint(known, sum(peakBytes - given.bytes(), known.bytes()), items);
  }

  /// The same step while something else is alive, and is handed on.
  public Footprint beside(long bytes) {
    return new Footprint(
        new Foreseen.Size(sum(given.bytes(), bytes)), sum(peakBytes, bytes), items);
  }

  /// The same step, taking something that is smaller than was reckoned with.
  public Footprint taking(Foreseen reckoned, Foreseen smaller) {
    long peak =
        peakBytes == Long.MAX_VALUE ? peakBytes : peakBytes - reckoned.bytes() + smaller.bytes();
    return new Footprint(given, peak, items);
  }

  /// The same, for a step that gives up to so many such items, one after another.
  public Footprint times(long items) {
    return new Footprint(given, peakBytes, items);
  }

  /// The sum, or the largest number if there is none so large.
  public static long sum(long left, long right) {
    long sum = left + right;
    return sum < 0 ? Long.MAX_VALUE : sum;
  }

  /// The product, or the largest number if there is none so large.
  public static long product(long left, long right) {
    long high = Math.multiplyHigh(left, right);
    long low = left * right;
    return high != 0 || low < 0 ? Long.MAX_VALUE : low;
  }
}
