package dev.shardline.image.resize;

import dev.shardline.image.ImageShape;
import dev.shardline.image.Uint8Image;

/// Resamples 8-bit pictures in 22-bit fixed point, rounding to 8 bits between the two passes, bit
/// for bit as Pillow's `ImagingResample*_8bpc`.
final class ByteResampling {
  private static final int LANES = LaneKernel.LANES;

  private ByteResampling() {}

  /// Resamples along rows, eight rows at a time: these are turned so that each tap's eight values
  /// lie side by side, and turned back.
  static Uint8Image alongRows(Uint8Image image, AxisWeights axis) {
    ImageShape from = image.shape();
    ImageShape to = from.resized(from.height(), axis.length());
    byte[] pixels = new byte[to.values()];
    int[] weights = axis.fixedPointWeights();
    RowStrip source = new RowStrip(from.rowValues());
    RowStrip target = new RowStrip(to.rowValues());
    for (int top = 0; top < from.height(); top += LANES) {
      int rows = Math.min(LANES, from.height() - top);
      source.load(image.pixels(), top, rows);
      resampleStrip(source.turned(), target.turned(), axis, weights, from.channels());
      target.store(pixels, top, rows);
    }
    return Uint8Image.of(to, pixels);
  }

  private static void resampleStrip(
      byte[] source, byte[] target, AxisWeights axis, int[] weights, int channels) {
    int step = LANES * channels;
    for (int x = 0; x < axis.length(); x++) {
      int place = axis.start(x) * step;
      for (int channel = 0; channel < step; channel += LANES) {
        LaneKernel.weigh(
            source, place + channel, step, axis, x, weights, target, x * step + channel);
      }
    }
  }

  static Uint8Image alongColumns(Uint8Image image, AxisWeights axis) {
    ImageShape from = image.shape();
    ImageShape to = from.resized(axis.length(), from.width());
    byte[] pixels = new byte[to.values()];
    int[] weights = axis.fixedPointWeights();
    int row = to.rowValues();
    for (int y = 0; y < to.height(); y++) {
      int source = axis.start(y) * row;
      int x = 0;
      for (; x + LANES <= row; x += LANES) {
        LaneKernel.weigh(image.pixels(), source + x, row, axis, y, weights, pixels, y * row + x);
      }
      for (; x < row; x++) {
        pixels[y * row + x] = single(image.pixels(), source + x, row, axis, y, weights);
      }
    }
    return Uint8Image.of(to, pixels);
  }

  private static byte single(
      byte[] from, int place, int step, AxisWeights axis, int index, int[] weights) {
    int sum = AxisWeights.fixedPointHalf();
    int first = index * axis.taps();
    for (int tap = 0; tap < axis.count(index); tap++) {
      sum += (from[place + tap * step] & 0xFF) * weights[first + tap];
    }
    return AxisWeights.fixedPointValue(sum);
  }
}
