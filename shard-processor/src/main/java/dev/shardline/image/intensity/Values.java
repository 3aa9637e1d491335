package dev.shardline.image.intensity;

import dev.shardline.image.Float32Image;
import dev.shardline.image.Image;
import dev.shardline.image.Uint16Image;
import dev.shardline.image.Uint8Image;

/// A picture's values as floats. Exact: every 8-bit and 16-bit value is a float.
public final class Values {
  private Values() {}

  /// The values in array order; the caller's own copy.
  public static float[] of(Image image) {
    float[] values = new float[image.shape().values()];
    switch (image) {
      case Uint8Image bytes -> {
        for (int i = 0; i < values.length; i++) {
          values[i] = bytes.pixels()[i] & 0xFF;
        }
      }
      case Uint16Image shorts -> {
        for (int i = 0; i < values.length; i++) {
          values[i] = shorts.pixels()[i] & 0xFFFF;
        }
      }
      case Float32Image floats -> System.arraycopy(floats.pixels(), 0, values, 0, values.length);
    }
    return values;
  }
}
