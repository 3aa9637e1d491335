package dev.shardline.recipe;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.random.RandomGenerator;

/// SplitMix64 (Steele, Lea and Flood 2014), seeded by name: the same numbers on every machine, for
/// every thread count and Java version. One thread at a time.
public final class StableRandom implements RandomGenerator {
  private static final long GOLDEN_GAMMA = 0x9E3779B97F4A7C15L;

  private long state;

  /// @param state any number
  public StableRandom(long state) {
    this.state = state;
  }

  /// The generator for a seed and a name: its state is the first 8 bytes, big-endian, of SHA-256
  /// over the seed as 8 big-endian bytes and the name in UTF-8.
  public static StableRandom of(long seed, String name) {
    try {
      MessageDigest digest = MessageDigest.getInstance("SHA-256");
      digest.update(ByteBuffer.allocate(Long.BYTES).putLong(0, seed));
      digest.update(name.getBytes(StandardCharsets.UTF_8));
      return new StableRandom(ByteBuffer.wrap(digest.digest()).getLong());
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("Every Java has SHA-256", e);
    }
  }

  @Override
  public long nextLong() {
    state += GOLDEN_GAMMA;
    long mixed = state;
    mixed = (mixed ^ (mixed >>> 30)) * 0xBF58476D1CE4E5B9L;
    mixed = (mixed ^ (mixed >>> 27)) * 0x94D049BB133111EBL;
    return mixed ^ (mixed >>> 31);
  }
}
