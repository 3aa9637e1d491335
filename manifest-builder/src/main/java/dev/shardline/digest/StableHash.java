package dev.shardline.digest;

import java.nio.charset.StandardCharsets;
import org.apache.commons.codec.digest.MurmurHash3;

/// The hash that randomness comes from: the first 64 bits of MurmurHash3 x64 128 (Appleby; as in
/// Commons Codec `hash128x64`), mixed with a key for each purpose by the finalizer of SplitMix64.
/// Its values are part of the output and never change; a test pins them.
public final class StableHash {
  private static final int MURMUR_SEED = 0;

  private final long key;

  private StableHash(long key) {
    this.key = key;
  }

  /// A hash whose values have nothing to do with those of another seed or purpose.
  ///
  /// @param purpose what the values decide, such as `split`
  public static StableHash keyed(long seed, String purpose) {
    return new StableHash(mix(of(purpose) + mix(seed)));
  }

  /// The plain hash of bytes.
  public static long of(byte[] bytes, int offset, int length) {
    return MurmurHash3.hash128x64(bytes, offset, length, MURMUR_SEED)[0];
  }

  /// The plain hash of a text's UTF-8 bytes.
  public static long of(String text) {
    byte[] utf8 = text.getBytes(StandardCharsets.UTF_8);
    return of(utf8, 0, utf8.length);
  }

  /// The keyed hash of something whose plain hash is known.
  public long value(long plainHash) {
    return mix(plainHash ^ key);
  }

  /// The keyed hash of a text, such as a sample's id.
  public long value(String text) {
    return value(of(text));
  }

  /// SplitMix64's finalizer: a bijection that spreads every bit (Steele, Lea, Flood 2014).
  public static long mix(long value) {
    long mixed = (value ^ (value >>> 30)) * 0xBF58476D1CE4E5B9L;
    mixed = (mixed ^ (mixed >>> 27)) * 0x94D049BB133111EBL;
    return mixed ^ (mixed >>> 31);
  }
}
