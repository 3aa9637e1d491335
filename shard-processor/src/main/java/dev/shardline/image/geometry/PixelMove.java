package dev.shardline.image.geometry;

import dev.shardline.image.Float32Image;
import dev.shardline.image.Image;
import dev.shardline.image.ImageShape;
import dev.shardline.image.Uint16Image;
import dev.shardline.image.Uint8Image;

/// Makes a picture from another by copying values between their arrays, whatever the pixel type.
public final class PixelMove {
  /// Copies values with [System#arraycopy]; both arguments are primitive arrays of one type, laid
  /// out as [Image] says.
  @FunctionalInterface
  public interface Copy {
    void copy(Object from, Object to);
  }

  private PixelMove() {}

  /// A picture of shape `target`, zero where `copy` writes nothing.
  public static Image apply(Image image, ImageShape target, Copy copy) {
    return switch (image) {
      case Uint8Image bytes -> {
        byte[] pixels = new byte[target.values()];
        copy.copy(bytes.pixels(), pixels);
        yield Uint8Image.of(target, pixels);
      }
      case Uint16Image shorts -> {
        short[] pixels = new short[target.values()];
        copy.copy(shorts.pixels(), pixels);
        yield Uint16Image.of(target, pixels);
      }
      case Float32Image floats -> {
        float[] pixels = new float[target.values()];
        copy.copy(floats.pixels(), pixels);
        yield Float32Image.of(target, pixels);
      }
    };
  }
}
