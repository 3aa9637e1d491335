package dev.shardline.image;

import dev.shardline.data.ElementType;
import dev.shardline.data.Tensor;

/// A picture of 8-bit unsigned values, 0 to 255. Axes and ownership as [Image] says.
public final class Uint8Image implements Image {
  private final ImageShape shape;
  private final byte[] pixels;

  private Uint8Image(ImageShape shape, byte[] pixels) {
    this.shape = shape;
    this.pixels = pixels;
  }

  /// A picture over `pixels`, which it takes over.
  ///
  /// @throws IllegalArgumentException if the array does not fit the shape
  public static Uint8Image of(ImageShape shape, byte[] pixels) {
    shape.requireValues(pixels.length);
    return new Uint8Image(shape, pixels);
  }

  /// The picture's own array, not to be written; values are unsigned.
  public byte[] pixels() {
    return pixels;
  }

  @Override
  public ImageShape shape() {
    return shape;
  }

  @Override
  public ElementType elementType() {
    return ElementType.UINT8;
  }

  @Override
  public double at(int row, int column, int channel) {
    return Byte.toUnsignedInt(pixels[Image.index(shape, row, column, channel)]);
  }

  @Override
  public Tensor toTensor() {
    return Tensor.of(ElementType.UINT8, Image.tensorShape(shape), pixels);
  }

  @Override
  public String toString() {
    return "uint8 picture " + shape;
  }
}
