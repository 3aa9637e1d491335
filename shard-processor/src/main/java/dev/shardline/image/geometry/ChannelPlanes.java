package dev.shardline.image.geometry;

import dev.shardline.data.Tensor;
import dev.shardline.image.Image;

/// The planes of a picture's channels, one behind the other.
public final class ChannelPlanes {
  private ChannelPlanes() {}

  /// A tensor of axes channel, height, width; of height and width alone for one channel.
  public static Tensor tensor(Image image) {
    if (image.channels() == 1) {
      return image.toTensor();
    }
    int channels = image.channels();
    int plane = image.shape().pixels();
    Image planes =
        PixelMove.apply(
            image,
            image.shape(),
            (from, to) -> {
              for (int i = 0; i < plane * channels; i++) {
                System.arraycopy(from, i, to, i % channels * plane + i / channels, 1);
              }
            });
    Tensor values = planes.toTensor();
    return Tensor.of(
        values.type(), new int[] {channels, image.height(), image.width()}, values.bytes());
  }
}
