package dev.shardline.image.intensity;

import dev.shardline.image.Float32Image;
import dev.shardline.image.Image;
import dev.shardline.image.ImageShape;
import dev.shardline.image.Uint16Image;
import dev.shardline.image.Uint8Image;

/// Grey from colours by the luma of ITU-R BT.601, in the same pixel type. 8-bit greys are those of
/// Pillow's `convert("L")` bit for bit: (19595 R + 38470 G + 7471 B + 0x8000) >> 16. 16-bit
/// pictures stay 16 bits and use the same weights and rounding (Pillow would cut them to 8 bits
/// first). Alpha is dropped.
public final class Grey {
  private static final int RED = 19_595;
  private static final int GREEN = 38_470;
  private static final int BLUE = 7_471;
  private static final int HALF = 0x8000;

  private Grey() {}

  /// The picture with one channel; itself if it has no more.
  public static Image of(Image image) {
    if (image.channels() == 1) {
      return image;
    }
    ImageShape shape = image.shape().withChannels(1);
    return switch (image) {
      case Uint8Image bytes -> Uint8Image.of(shape, grey(bytes, shape.pixels()));
      case Uint16Image shorts -> Uint16Image.of(shape, grey(shorts, shape.pixels()));
      case Float32Image floats -> Float32Image.of(shape, grey(floats, shape.pixels()));
    };
  }

  private static byte[] grey(Uint8Image image, int count) {
    byte[] from = image.pixels();
    byte[] to = new byte[count];
    int channels = image.channels();
    for (int i = 0, j = 0; i < count; i++, j += channels) {
      to[i] =
          channels == 2
              ? from[j]
              : (byte) luma(from[j] & 0xFF, from[j + 1] & 0xFF, from[j + 2] & 0xFF);
    }
    return to;
  }

  private static short[] grey(Uint16Image image, int count) {
    short[] from = image.pixels();
    short[] to = new short[count];
    int channels = image.channels();
    for (int i = 0, j = 0; i < count; i++, j += channels) {
      to[i] =
          channels == 2
              ? from[j]
              : (short) luma(from[j] & 0xFFFF, from[j + 1] & 0xFFFF, from[j + 2] & 0xFFFF);
    }
    return to;
  }

  /// The sum of a 16-bit pixel needs all 32 bits, hence the unsigned shift.
  private static int luma(int red, int green, int blue) {
    return RED * red + GREEN * green + BLUE * blue + HALF >>> 16;
  }

  private static float[] grey(Float32Image image, int count) {
    float[] from = image.pixels();
    float[] to = new float[count];
    int channels = image.channels();
    for (int i = 0, j = 0; i < count; i++, j += channels) {
      to[i] =
          channels == 2
              ? from[j]
              : (float) (0.299 * from[j] + 0.587 * from[j + 1] + 0.114 * from[j + 2]);
    }
    return to;
  }
}
