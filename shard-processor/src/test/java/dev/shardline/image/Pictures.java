package dev.shardline.image;

import java.util.Random;

/// Pictures for tests: smooth structure under noise, the same for the same arguments.
public final class Pictures {
  private Pictures() {}

  /// An 8-bit picture.
  public static Uint8Image bytes(int height, int width, int channels, long seed) {
    ImageShape shape = new ImageShape(height, width, channels);
    byte[] pixels = new byte[shape.values()];
    fill(shape, seed, (i, value) -> pixels[i] = (byte) Math.clamp(Math.round(value * 255), 0, 255));
    return Uint8Image.of(shape, pixels);
  }

  /// A 16-bit picture.
  public static Uint16Image shorts(int height, int width, int channels, long seed) {
    ImageShape shape = new ImageShape(height, width, channels);
    short[] pixels = new short[shape.values()];
    fill(
        shape,
        seed,
        (i, value) -> pixels[i] = (short) Math.clamp(Math.round(value * 65_535), 0, 65_535));
    return Uint16Image.of(shape, pixels);
  }

  /// A float picture with values about 0 to 1.
  public static Float32Image floats(int height, int width, int channels, long seed) {
    ImageShape shape = new ImageShape(height, width, channels);
    float[] pixels = new float[shape.values()];
    fill(shape, seed, (i, value) -> pixels[i] = (float) value);
    return Float32Image.of(shape, pixels);
  }

  private static void fill(ImageShape shape, long seed, Sink sink) {
    Random random = new Random(seed);
    double rowPhase = random.nextDouble() * 6;
    double columnPhase = random.nextDouble() * 6;
    for (int i = 0; i < shape.values(); i++) {
      int pixel = i / shape.channels();
      double wave =
          StrictMath.sin(pixel / shape.width() / 5.0 + rowPhase)
              * StrictMath.cos(pixel % shape.width() / 7.0 + columnPhase + i % shape.channels());
      sink.put(i, 0.5 + 0.4 * wave + 0.06 * random.nextGaussian());
    }
  }

  private interface Sink {
    void put(int index, double value);
  }
}
