package dev.shardline.digest;

import java.util.HexFormat;
import java.util.regex.Pattern;
import java.util.zip.CRC32C;

/// A CRC-32C (Castagnoli): tells which of many pieces was damaged, where a [Digest] of the whole
/// proves that none was changed. Whoever means harm can keep it the same.
///
/// @param hex 8 lower-case hexadecimal digits
public record Crc32c(String hex) {
  private static final Pattern HEX = Pattern.compile("[0-9a-f]{8}");

  public Crc32c {
    if (!HEX.matcher(hex).matches()) {
      throw new IllegalArgumentException(
          "Not a CRC-32C: \"%s\"; expected 8 lower-case hexadecimal digits".formatted(hex));
    }
  }

  /// The checksum of `bytes`.
  public static Crc32c of(byte[] bytes) {
    return of(bytes, 0, bytes.length);
  }

  /// The checksum of `length` bytes from `offset`.
  public static Crc32c of(byte[] bytes, int offset, int length) {
    CRC32C crc = new CRC32C();
    crc.update(bytes, offset, length);
    return of(crc);
  }

  /// The checksum that `algorithm` has gathered so far.
  public static Crc32c of(CRC32C algorithm) {
    return new Crc32c(HexFormat.of().toHexDigits((int) algorithm.getValue()));
  }

  @Override
  public String toString() {
    return hex;
  }
}
