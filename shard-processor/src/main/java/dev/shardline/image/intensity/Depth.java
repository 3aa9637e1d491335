package dev.shardline.image.intensity;

import dev.shardline.failure.MalformedDataException;
import dev.shardline.image.Float32Image;
import dev.shardline.image.Image;
import dev.shardline.image.Uint16Image;
import dev.shardline.image.Uint8Image;

/// Fewer bits per value. Nothing does this unasked: 16-bit pictures stay 16 bits through grey, crop
/// and resize.
public final class Depth {
  private Depth() {}

  /// An 8-bit picture whose values 0 and 255 are the smallest and largest of a 16-bit or float one,
  /// rounded to nearest; 8-bit pictures stay as they are. A picture of one value becomes zeros.
  ///
  /// @throws MalformedDataException NOT_FINITE
  public static Uint8Image stretchedTo8Bits(Image image) throws MalformedDataException {
    return switch (image) {
      case Uint8Image bytes -> bytes;
      case Uint16Image _, Float32Image _ -> stretch(image);
    };
  }

  private static Uint8Image stretch(Image image) throws MalformedDataException {
    float[] values = Values.of(image);
    ValueRange range = ValueRange.of(values);
    double factor = range.isConstant() ? 0 : 255 / ((double) range.high() - range.low());
    byte[] pixels = new byte[values.length];
    for (int i = 0; i < pixels.length; i++) {
      pixels[i] = (byte) (int) ((values[i] - (double) range.low()) * factor + 0.5);
    }
    return Uint8Image.of(image.shape(), pixels);
  }
}
