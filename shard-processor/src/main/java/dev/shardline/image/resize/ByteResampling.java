package dev.shardline.image.resize;

import dev.shardline.image.ImageShape;
import dev.shardline.image.Uint8Image;
import java.util.Arrays;

/// Resamples 8-bit pictures in 22-bit fixed point, rounding to 8 bits between the two passes, bit
/// for bit as Pillow's `ImagingResample*_8bpc`.
final class ByteResampling {
  private ByteResampling() {}

  static Uint8Image alongRows(Uint8Image image, AxisWeights axis) {
    ImageShape from = image.shape();
    ImageShape to = from.resized(from.height(), axis.length());
    byte[] pixels = new byte[to.values()];
    int[] weights = axis.fixedPointWeights();
    for (int y = 0; y < to.height(); y++) {
      int source = y * from.rowValues();
      int target = y * to.rowValues();
      if (to.channels() == 1) {
        greyRow(image.pixels(), source, pixels, target, axis, weights);
      } else {
        row(image.pixels(), source, pixels, target, axis, weights, to.channels());
      }
    }
    return Uint8Image.of(to, pixels);
  }

  private static void greyRow(
      byte[] from, int source, byte[] to, int target, AxisWeights axis, int[] weights) {
    for (int x = 0; x < axis.length(); x++) {
      int sum = AxisWeights.fixedPointHalf();
      int first = source + axis.start(x);
      int weight = x * axis.taps();
      for (int tap = 0; tap < axis.count(x); tap++) {
        sum += (from[first + tap] & 0xFF) * weights[weight + tap];
      }
      to[target + x] = AxisWeights.fixedPointValue(sum);
    }
  }

  private static void row(
      byte[] from,
      int source,
      byte[] to,
      int target,
      AxisWeights axis,
      int[] weights,
      int channels) {
    for (int x = 0; x < axis.length(); x++) {
      for (int channel = 0; channel < channels; channel++) {
        int sum = AxisWeights.fixedPointHalf();
        int value = source + axis.start(x) * channels + channel;
        int weight = x * axis.taps();
        for (int tap = 0; tap < axis.count(x); tap++, value += channels) {
          sum += (from[value] & 0xFF) * weights[weight + tap];
        }
        to[target + x * channels + channel] = AxisWeights.fixedPointValue(sum);
      }
    }
  }

  static Uint8Image alongColumns(Uint8Image image, AxisWeights axis) {
    ImageShape from = image.shape();
    ImageShape to = from.resized(axis.length(), from.width());
    byte[] pixels = new byte[to.values()];
    int[] weights = axis.fixedPointWeights();
    int[] sums = new int[to.rowValues()];
    for (int y = 0; y < to.height(); y++) {
      Arrays.fill(sums, AxisWeights.fixedPointHalf());
      for (int tap = 0; tap < axis.count(y); tap++) {
        int source = (axis.start(y) + tap) * from.rowValues();
        addRow(sums, image.pixels(), source, weights[y * axis.taps() + tap]);
      }
      storeRow(sums, pixels, y * to.rowValues());
    }
    return Uint8Image.of(to, pixels);
  }

  private static void addRow(int[] sums, byte[] from, int source, int weight) {
    for (int x = 0; x < sums.length; x++) {
      sums[x] += (from[source + x] & 0xFF) * weight;
    }
  }

  private static void storeRow(int[] sums, byte[] to, int target) {
    for (int x = 0; x < sums.length; x++) {
      to[target + x] = AxisWeights.fixedPointValue(sums[x]);
    }
  }
}
