package dev.shardline.image;

import dev.shardline.data.ElementType;
import dev.shardline.data.Tensor;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;

/// A picture of 16-bit unsigned values, 0 to 65,535. Axes and ownership as [Image] says.
public final class Uint16Image implements Image {
  private final ImageShape shape;
  private final short[] pixels;

  private Uint16Image(ImageShape shape, short[] pixels) {
    this.shape = shape;
    this.pixels = pixels;
  }

  /// A picture over `pixels`, which it takes over.
  ///
  /// @throws IllegalArgumentException if the array does not fit the shape
  public static Uint16Image of(ImageShape shape, short[] pixels) {
    shape.requireValues(pixels.length);
    return new Uint16Image(shape, pixels);
  }

  /// The picture's own array, not to be written; values are unsigned.
  public short[] pixels() {
    return pixels;
  }

  @Override
  public ImageShape shape() {
    return shape;
  }

  @Override
  public ElementType elementType() {
    return ElementType.UINT16;
  }

  @Override
  public double at(int row, int column, int channel) {
    return Short.toUnsignedInt(pixels[Image.index(shape, row, column, channel)]);
  }

  @Override
  public Tensor toTensor() {
    byte[] bytes = new byte[Math.multiplyExact(pixels.length, Short.BYTES)];
    ByteBuffer.wrap(bytes).order(ByteOrder.LITTLE_ENDIAN).asShortBuffer().put(pixels);
    return Tensor.of(ElementType.UINT16, Image.tensorShape(shape), bytes);
  }

  @Override
  public String toString() {
    return "uint16 picture " + shape;
  }
}
