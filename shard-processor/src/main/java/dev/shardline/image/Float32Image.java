package dev.shardline.image;

import dev.shardline.data.ElementType;
import dev.shardline.data.Tensor;

/// A picture of float32 values. Axes and ownership as [Image] says.
public final class Float32Image implements Image {
  private final ImageShape shape;
  private final float[] pixels;

  private Float32Image(ImageShape shape, float[] pixels) {
    this.shape = shape;
    this.pixels = pixels;
  }

  /// A picture over `pixels`, which it takes over.
  ///
  /// @throws IllegalArgumentException if the array does not fit the shape
  public static Float32Image of(ImageShape shape, float[] pixels) {
    shape.requireValues(pixels.length);
    return new Float32Image(shape, pixels);
  }

  /// The picture's own array, not to be written.
  public float[] pixels() {
    return pixels;
  }

  @Override
  public ImageShape shape() {
    return shape;
  }

  @Override
  public ElementType elementType() {
    return ElementType.FLOAT32;
  }

  @Override
  public double at(int row, int column, int channel) {
    return pixels[Image.index(shape, row, column, channel)];
  }

  @Override
  public Tensor toTensor() {
    return Tensor.ofFloats(pixels, Image.tensorShape(shape));
  }

  @Override
  public String toString() {
    return "float32 picture " + shape;
  }
}
