package dev.shardline.image.fingerprint;

import dev.shardline.failure.MalformedDataException;
import dev.shardline.image.Image;
import dev.shardline.image.Uint8Image;
import dev.shardline.image.intensity.Depth;
import dev.shardline.image.intensity.Grey;
import dev.shardline.image.resize.Resize;
import dev.shardline.image.resize.ResizeFilter;

/// A picture reduced to 48 x 48 grey values of 8 bits: grey first, then Pillow's antialiased
/// bilinear whatever the picture's proportions; deeper pictures are stretched to 8 bits at the end.
public final class Thumbnail {
  /// Rows, and columns.
  public static final int EDGE = 48;

  /// Pixels.
  public static final int PIXELS = EDGE * EDGE;

  private final byte[] pixels;
  private final long sum;
  private final long squares;

  private Thumbnail(byte[] pixels) {
    this.pixels = pixels;
    long valueSum = 0;
    long squareSum = 0;
    for (byte pixel : pixels) {
      int value = Byte.toUnsignedInt(pixel);
      valueSum += value;
      squareSum += (long) value * value;
    }
    this.sum = valueSum;
    this.squares = squareSum;
  }

  /// The thumbnail of a picture.
  ///
  /// @throws MalformedDataException NOT_FINITE
  public static Thumbnail of(Image image) throws MalformedDataException {
    Image small = Resize.to(Grey.of(image), EDGE, EDGE, ResizeFilter.BILINEAR);
    Uint8Image bytes = Depth.stretchedTo8Bits(small);
    return new Thumbnail(bytes == image ? bytes.pixels().clone() : bytes.pixels());
  }

  /// The thumbnail of these pixels, row by row; copied.
  ///
  /// @throws IllegalArgumentException if there are not 48 x 48
  public static Thumbnail ofPixels(byte[] pixels) {
    if (pixels.length != PIXELS) {
      throw new IllegalArgumentException(
          "A thumbnail has %d pixels, not %d".formatted(PIXELS, pixels.length));
    }
    return new Thumbnail(pixels.clone());
  }

  /// The pixels row by row; a copy.
  public byte[] toPixels() {
    return pixels.clone();
  }

  /// Whether all pixels are the same; such a picture is alike to none.
  public boolean isConstant() {
    return spread() == 0;
  }

  /// The unsigned value of a pixel.
  int at(int index) {
    return pixels[index] & 0xFF;
  }

  /// The sum of all values.
  long sum() {
    return sum;
  }

  /// PIXELS squared times the variance; exact.
  long spread() {
    return PIXELS * squares - sum * sum;
  }

  /// The normalised cross-correlation with another thumbnail under whichever of the eight
  /// symmetries of the square makes it largest: 1 for the same picture, whatever its brightness and
  /// contrast; 0 if either is constant. All sums are whole numbers, so that it is symmetric and the
  /// same on every machine.
  public double correlation(Thumbnail other) {
    if (isConstant() || other.isConstant()) {
      return 0;
    }
    long largest = Long.MIN_VALUE;
    for (Symmetry symmetry : Symmetry.values()) {
      largest = Math.max(largest, symmetry.product(pixels, other.pixels));
    }
    long covariance = PIXELS * largest - sum * other.sum;
    return covariance / (Math.sqrt(spread()) * Math.sqrt(other.spread()));
  }
}
