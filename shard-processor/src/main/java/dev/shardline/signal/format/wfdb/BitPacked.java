package dev.shardline.signal.format.wfdb;

/// Unpacks the formats whose numbers share bytes (signal(5)).
final class BitPacked {
  private BitPacked() {}

  static void decode212(byte[] stored, int index, int blocks, double[] into) {
    for (int block = 0, p = index, i = 0; block < blocks; block++, p += 3, i += 2) {
      int high = stored[p + 1] & 0xff;
      into[i] = signed12(stored[p] & 0xff | (high & 0x0f) << 8);
      into[i + 1] = signed12(stored[p + 2] & 0xff | (high & 0xf0) << 4);
    }
  }

  /// Two little-endian words of 16 bits: bits 1 to 10 of each are a number, the upper five bits of
  /// each make the third.
  static void decode310(byte[] stored, int index, int blocks, double[] into) {
    for (int block = 0, p = index, i = 0; block < blocks; block++, p += 4, i += 3) {
      int first = stored[p] & 0xff | (stored[p + 1] & 0xff) << 8;
      int second = stored[p + 2] & 0xff | (stored[p + 3] & 0xff) << 8;
      into[i] = signed10(first >> 1);
      into[i + 1] = signed10(second >> 1);
      into[i + 2] = signed10(first >> 11 | second >> 11 << 5);
    }
  }

  /// One little-endian word of 32 bits: three numbers from its lowest bit up.
  static void decode311(byte[] stored, int index, int blocks, double[] into) {
    for (int block = 0, p = index, i = 0; block < blocks; block++, p += 4, i += 3) {
      int word =
          stored[p] & 0xff
              | (stored[p + 1] & 0xff) << 8
              | (stored[p + 2] & 0xff) << 16
              | stored[p + 3] << 24;
      into[i] = signed10(word);
      into[i + 1] = signed10(word >> 10);
      into[i + 2] = signed10(word >> 20);
    }
  }

  private static int signed12(int bits) {
    return bits << 20 >> 20;
  }

  private static int signed10(int bits) {
    return bits << 22 >> 22;
  }
}
