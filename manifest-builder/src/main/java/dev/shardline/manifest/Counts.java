package dev.shardline.manifest;

/// How much there is of something: a split, a part, a whole data set.
///
/// @param bytes the size of all objects
public record Counts(long samples, long objects, long bytes) {
  public static final Counts NONE = new Counts(0, 0, 0);

  public Counts {
    if (samples < 0 || objects < samples || bytes < 0) {
      throw new IllegalArgumentException(
          "Cannot hold: %d samples of %d objects, %d bytes".formatted(samples, objects, bytes));
    }
  }

  public Counts plus(Counts other) {
    return new Counts(samples + other.samples, objects + other.objects, bytes + other.bytes);
  }
}
