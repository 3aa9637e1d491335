package dev.shardline.image.codec.header;

/// Compares bytes at a place with a signature; a file too short for it does not have it.
final class Signature {
  private Signature() {}

  static boolean at(byte[] bytes, int offset, int... signature) {
    if (bytes.length < offset + signature.length) {
      return false;
    }
    for (int i = 0; i < signature.length; i++) {
      if (Byte.toUnsignedInt(bytes[offset + i]) != signature[i]) {
        return false;
      }
    }
    return true;
  }
}
