package dev.shardline.shard;

import dev.shardline.digest.Digest;

/// The keys of a sample's records (docs/FORMATS.md).
public final class RecordKey {
  private static final int DIGITS = 5;

  private RecordKey() {}

  /// The key of the only record of a sample.
  public static String of(String sampleId) {
    return Digest.of(sampleId).shortHex();
  }

  /// The key of a sample's record where the recipe emits many.
  ///
  /// @param number from 0, in the order of emission
  public static String of(String sampleId, int number) {
    String digits = Integer.toString(number);
    return of(sampleId) + "-" + "0".repeat(Math.max(0, DIGITS - digits.length())) + digits;
  }
}
