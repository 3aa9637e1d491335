package dev.shardline.inspect.draw;

import dev.shardline.image.Float32Image;
import dev.shardline.volume.statistics.Percentiles;
import java.awt.image.BufferedImage;
import java.util.Arrays;

/// Which values are shown black and which white.
record GreyWindow(double black, double white) {
  private static final double LOWER_PERCENTILE = 0.5;
  private static final double UPPER_PERCENTILE = 99.5;

  /// From the 0.5th to the 99.5th percentile of the finite values, so that single bright values do
  /// not darken the rest; all of them where these are equal.
  static GreyWindow of(float[] values) {
    float[] finite = Finite.of(values);
    if (finite.length == 0) {
      return new GreyWindow(0, 1);
    }
    double[] ends = Percentiles.of(finite, LOWER_PERCENTILE, UPPER_PERCENTILE, 0, 100);
    return ends[0] < ends[1] ? new GreyWindow(ends[0], ends[1]) : new GreyWindow(ends[2], ends[3]);
  }

  /// 0 to 255; what is no number is black.
  int grey(double value) {
    double share = white > black ? (value - black) / (white - black) : 0.5;
    return Double.isNaN(share) ? 0 : (int) Math.round(255 * Math.clamp(share, 0, 1));
  }

  /// A one-channel picture.
  BufferedImage picture(Float32Image image) {
    BufferedImage picture =
        new BufferedImage(image.width(), image.height(), BufferedImage.TYPE_INT_RGB);
    float[] pixels = image.pixels();
    int[] row = new int[image.width()];
    for (int y = 0; y < image.height(); y++) {
      for (int x = 0; x < row.length; x++) {
        row[x] = grey(pixels[y * row.length + x]) * 0x010101;
      }
      picture.setRGB(0, y, row.length, 1, row, 0, row.length);
    }
    return picture;
  }

  /// The finite ones of some values.
  private static final class Finite {
    static float[] of(float[] values) {
      float[] kept = new float[values.length];
      int count = 0;
      for (float value : values) {
        if (Float.isFinite(value)) {
          kept[count++] = value;
        }
      }
      return count == values.length ? values : Arrays.copyOf(kept, count);
    }
  }
}
