package dev.shardline.volume;

/// The noise of `tests/judges/make_intensity_reference.py`: x' = (1103515245 x + 12345) mod 2^31,
/// the upper bits.
public final class ReferenceNoise {
  private long state;

  public ReferenceNoise(long seed) {
    this.state = seed;
  }

  /// The next number, 0 to 32767.
  public int next() {
    state = (1103515245L * state + 12345L) % (1L << 31);
    return (int) (state >> 16);
  }
}
