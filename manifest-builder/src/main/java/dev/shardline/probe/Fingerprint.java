package dev.shardline.probe;

import java.util.Arrays;

/// What is kept of a sample's decoded content to find its copies: keys that copies are likely to
/// share, and a compact signature that settles the matter. Made so that the search needs no
/// all-pairs comparison: only samples that share a key are compared.
///
/// Owns its arrays; they are copied in and never given out for writing.
public final class Fingerprint {
  private final long[] keys;
  private final byte[] signature;

  /// @param keys candidate keys, in any order; two copies must share at least one. A key that very
  ///   many different samples share costs time, so a sample without features (a black picture) had
  ///   better have few
  /// @param signature what [ContentProbe#confirm] compares, at most a few KiB
  public Fingerprint(long[] keys, byte[] signature) {
    this.keys = Arrays.stream(keys).sorted().distinct().toArray();
    this.signature = signature.clone();
  }

  /// How many different candidate keys there are.
  public int keyCount() {
    return keys.length;
  }

  /// A candidate key; keys are sorted.
  public long key(int index) {
    return keys[index];
  }

  /// A copy of the signature.
  public byte[] signature() {
    return signature.clone();
  }
}
