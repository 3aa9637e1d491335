package dev.shardline.image.codec.header;

import dev.shardline.failure.MalformedDataException;
import dev.shardline.failure.Reason;

/// What one image file directory of a TIFF says of its picture.
///
/// @param height ImageLength
/// @param width ImageWidth
/// @param bits BitsPerSample, the same for all samples of a pixel
/// @param samples SamplesPerPixel, 1 to 4
/// @param compression Compression
/// @param photometric PhotometricInterpretation
/// @param sampleFormat SampleFormat
public record TiffPage(
    int height,
    int width,
    int bits,
    int samples,
    int compression,
    int photometric,
    int sampleFormat) {
  static final int BLACK_IS_ZERO = 1;
  static final int UNSIGNED = 1;
  private static final int PALETTE = 3;
  private static final int YCBCR = 6;
  private static final int FLOATING_POINT = 3;

  /// Channels of the decoded picture: a palette gives red, green, blue.
  public int channels() {
    return photometric == PALETTE ? 3 : samples;
  }

  /// Checks that pictures of this kind are read.
  ///
  /// @throws MalformedDataException UNSUPPORTED, naming the tag
  void requireSupported() throws MalformedDataException {
    boolean knownCompression =
        switch (compression) {
          case 1, 2, 3, 4, 5, 7, 8, 32_773, 32_946 -> true;
          default -> false;
        };
    require(
        knownCompression,
        "Compression",
        "none, CCITT, LZW, Deflate, PackBits or JPEG",
        compression);
    require(
        photometric >= 0 && photometric <= PALETTE || photometric == YCBCR,
        "PhotometricInterpretation",
        "grey, RGB, palette or YCbCr",
        photometric);
    boolean depth =
        sampleFormat == FLOATING_POINT
            ? bits == 32
            : bits == 1 || bits == 8 || bits == 16 || (photometric == PALETTE && bits < 8);
    require(depth, "BitsPerSample", "1, 8 or 16, or 32 floating-point bits", bits);
    require(
        sampleFormat == UNSIGNED || sampleFormat == FLOATING_POINT,
        "SampleFormat",
        "unsigned or floating point",
        sampleFormat);
  }

  private static void require(boolean supported, String tag, String expected, int found)
      throws MalformedDataException {
    if (!supported) {
      throw new MalformedDataException(Reason.UNSUPPORTED, tag, expected, Integer.toString(found));
    }
  }
}
