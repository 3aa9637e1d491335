package dev.shardline.digest;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.regex.Pattern;

/// A SHA-256 digest.
///
/// @param hex 64 lower-case hexadecimal digits
public record Digest(String hex) {
  private static final Pattern HEX = Pattern.compile("[0-9a-f]{64}");
  private static final int SHORT_DIGITS = 16;

  public Digest {
    if (!HEX.matcher(hex).matches()) {
      throw new IllegalArgumentException(
          "Not a SHA-256 digest: \"%s\"; expected 64 lower-case hexadecimal digits".formatted(hex));
    }
  }

  /// The digest of `bytes`.
  public static Digest of(byte[] bytes) {
    return new Digest(HexFormat.of().formatHex(sha256().digest(bytes)));
  }

  /// The digest of what remains in a buffer, whose position stays.
  public static Digest of(ByteBuffer bytes) {
    MessageDigest algorithm = sha256();
    algorithm.update(bytes.duplicate());
    return of(algorithm);
  }

  /// The digest of the text's UTF-8 bytes.
  public static Digest of(String text) {
    return of(text.getBytes(StandardCharsets.UTF_8));
  }

  /// The digest that `algorithm` has gathered; resets it.
  public static Digest of(MessageDigest algorithm) {
    return new Digest(HexFormat.of().formatHex(algorithm.digest()));
  }

  /// A fresh SHA-256, which every Java platform has.
  public static MessageDigest sha256() {
    try {
      return MessageDigest.getInstance("SHA-256");
    } catch (NoSuchAlgorithmException impossible) {
      throw new IllegalStateException("This Java runtime lacks SHA-256", impossible);
    }
  }

  /// The first 16 digits, for names of files and folders.
  public String shortHex() {
    return hex.substring(0, SHORT_DIGITS);
  }

  @Override
  public String toString() {
    return hex;
  }
}
