package dev.shardline.image.codec;

import dev.shardline.image.ImageShape;
import dev.shardline.image.Uint8Image;
import dev.shardline.image.codec.header.JpegFrame;

/// From a JPEG's components to grey or red, green, blue, bit for bit as libjpeg (`jdcolor.c`) and
/// Pillow's conversion of CMYK to RGB do it.
final class JpegColours {
  private static final int HALF = 1 << 15;
  private static final int[] RED_OF_CR = new int[256];
  private static final int[] BLUE_OF_CB = new int[256];
  private static final int[] GREEN_OF_CR = new int[256];
  private static final int[] GREEN_OF_CB = new int[256];

  static {
    for (int i = 0; i < 256; i++) {
      int chroma = i - 128;
      RED_OF_CR[i] = 91_881 * chroma + HALF >> 16;
      BLUE_OF_CB[i] = 116_130 * chroma + HALF >> 16;
      GREEN_OF_CR[i] = -46_802 * chroma;
      GREEN_OF_CB[i] = -22_554 * chroma + HALF;
    }
  }

  private JpegColours() {}

  /// The picture of interleaved components, whose array is taken over.
  static Uint8Image picture(JpegFrame.Colours colours, ImageShape shape, byte[] components) {
    return switch (colours) {
      case GREY, RGB -> Uint8Image.of(shape, components);
      case YCBCR -> {
        convertYcbcr(components, 3);
        yield Uint8Image.of(shape, components);
      }
      case CMYK -> cmyk(shape, components);
      case YCCK -> {
        convertYcbcr(components, 4);
        invertColours(components);
        yield cmyk(shape, components);
      }
    };
  }

  private static void convertYcbcr(byte[] pixels, int stride) {
    for (int i = 0; i < pixels.length; i += stride) {
      int y = Byte.toUnsignedInt(pixels[i]);
      int cb = Byte.toUnsignedInt(pixels[i + 1]);
      int cr = Byte.toUnsignedInt(pixels[i + 2]);
      pixels[i] = clip(y + RED_OF_CR[cr]);
      pixels[i + 1] = clip(y + (GREEN_OF_CB[cb] + GREEN_OF_CR[cr] >> 16));
      pixels[i + 2] = clip(y + BLUE_OF_CB[cb]);
    }
  }

  /// YCCK's red, green, blue stand for their complements.
  private static void invertColours(byte[] pixels) {
    for (int i = 0; i < pixels.length; i += 4) {
      pixels[i] = (byte) ~pixels[i];
      pixels[i + 1] = (byte) ~pixels[i + 1];
      pixels[i + 2] = (byte) ~pixels[i + 2];
    }
  }

  /// CMYK stored inverted, as Adobe's programs write it and Pillow takes it always.
  private static Uint8Image cmyk(ImageShape shape, byte[] inverted) {
    byte[] pixels = new byte[shape.values()];
    for (int i = 0, j = 0; i < inverted.length; i += 4, j += 3) {
      int white = Byte.toUnsignedInt(inverted[i + 3]);
      pixels[j] = darken(white, inverted[i]);
      pixels[j + 1] = darken(white, inverted[i + 1]);
      pixels[j + 2] = darken(white, inverted[i + 2]);
    }
    return Uint8Image.of(shape, pixels);
  }

  private static byte darken(int white, byte inverted) {
    int product = (255 - Byte.toUnsignedInt(inverted)) * white + 128;
    return clip(white - ((product >> 8) + product >> 8));
  }

  private static byte clip(int value) {
    return (byte) Math.clamp(value, 0, 255);
  }
}
