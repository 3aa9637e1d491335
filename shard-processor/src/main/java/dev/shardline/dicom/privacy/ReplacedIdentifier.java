package dev.shardline.dicom.privacy;

import dev.shardline.digest.Digest;
import java.math.BigInteger;

/// Stands for a unique identifier without telling it: the same for the same one, everywhere, so
/// that what belonged together still does.
final class ReplacedIdentifier {
  private static final int HEX_DIGITS = 32;

  private ReplacedIdentifier() {}

  /// An identifier under the root for UUIDs (PS3.5, B.2), made of half the original's SHA-256.
  static String of(String uid) {
    String hex = Digest.of("shardline uid\n" + uid).hex().substring(0, HEX_DIGITS);
    return "2.25." + new BigInteger(hex, 16);
  }
}
