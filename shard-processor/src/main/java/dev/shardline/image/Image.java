package dev.shardline.image;

import dev.shardline.data.DataKind;
import dev.shardline.data.ElementType;
import dev.shardline.data.Payload;
import dev.shardline.data.Tensor;

/// A 2-D picture: rows from top to bottom, columns from left to right, the channels of a pixel side
/// by side (height, width, channel; the last axis is contiguous), as Pillow and NumPy hold it. Each
/// pixel type is a class of its own, so that a switch over a picture is exhaustive.
///
/// Immutable and safe to share between threads. A picture owns its array: whoever hands one in
/// gives it up, and whoever looks at `pixels()` must not write there.
public sealed interface Image extends Payload permits Uint8Image, Uint16Image, Float32Image {
  ImageShape shape();

  ElementType elementType();

  /// The value at a place as a double, whatever the pixel type; for looking, not for loops.
  double at(int row, int column, int channel);

  /// The pixels as a tensor: `[height, width]` for one channel, `[height, width, channels]` for
  /// more. Shares the array where the element type allows it.
  Tensor toTensor();

  default int height() {
    return shape().height();
  }

  default int width() {
    return shape().width();
  }

  default int channels() {
    return shape().channels();
  }

  @Override
  default DataKind kind() {
    return DataKind.IMAGE;
  }

  @Override
  default long memoryBytes() {
    return (long) shape().values() * elementType().bytes();
  }

  /// The shape a tensor of a picture of this shape has.
  static int[] tensorShape(ImageShape shape) {
    return shape.channels() == 1
        ? new int[] {shape.height(), shape.width()}
        : new int[] {shape.height(), shape.width(), shape.channels()};
  }

  /// The index of a value in the pixel array of a picture of this shape.
  static int index(ImageShape shape, int row, int column, int channel) {
    return (row * shape.width() + column) * shape.channels() + channel;
  }
}
