package dev.shardline.image.codec;

import java.util.HexFormat;

/// WebP files of 12 x 9 pixels whose red, green, blue at column x and row y are (7x + 5y), (7x +
/// 10y) and (7x + 15y) modulo 256; written by Pillow 13.0.0 with libwebp 1.6.0.
final class WebpSample {
  static final byte[] LOSSLESS =
      HexFormat.of()
          .parseHex(
              "5249464634000000574542505650384c280000002f0b000200cd6544ff631711fd0fa869db80c9d7"
                  + "c11f73af02987d05691bb0b0dd890900c2dabf07");

  /// Quality 90: values differ from the formula by what the encoder lost.
  static final byte[] LOSSY =
      HexFormat.of()
          .parseHex(
              "524946464c0000005745425056503820400000005002009d012a0c00090000c01225900274ba0126"
                  + "000b3743587a8000feffe23eb63f0ed77bf4fb55385934edf1961a3feffb97e07fec0b48cfd3f4c7"
                  + "a8800000");

  private WebpSample() {}
}
