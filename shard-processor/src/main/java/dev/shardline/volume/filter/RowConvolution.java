package dev.shardline.volume.filter;

import java.util.Arrays;

/// Convolves lines of a volume with a symmetric kernel; lines go on with their end values.
final class RowConvolution {
  private final float[] kernel;

  /// @param kernel one side, the centre first
  RowConvolution(float[] kernel) {
    this.kernel = kernel;
  }

  private int radius() {
    return kernel.length - 1;
  }

  /// Convolves every row of `width` neighbouring values.
  void withinRows(float[] values, int width) {
    if (radius() == 0) {
      return;
    }
    float[] padded = new float[width + 2 * radius()];
    float[] sum = new float[width];
    for (int start = 0; start < values.length; start += width) {
      Arrays.fill(padded, 0, radius(), values[start]);
      System.arraycopy(values, start, padded, radius(), width);
      Arrays.fill(padded, radius() + width, padded.length, values[start + width - 1]);
      scale(padded, radius(), kernel[0], sum);
      for (int i = 1; i <= radius(); i++) {
        addPair(padded, radius() - i, radius() + i, kernel[i], sum);
      }
      System.arraycopy(sum, 0, values, start, width);
    }
  }

  /// Convolves `length` rows that lie `stride` apart with each other.
  void acrossRows(float[] values, int start, int width, int length, int stride) {
    if (radius() == 0) {
      return;
    }
    float[] rows = new float[length * width];
    for (int i = 0; i < length; i++) {
      System.arraycopy(values, start + i * stride, rows, i * width, width);
    }
    float[] sum = new float[width];
    for (int i = 0; i < length; i++) {
      scale(rows, i * width, kernel[0], sum);
      for (int k = 1; k <= radius(); k++) {
        int before = Math.max(i - k, 0) * width;
        int after = Math.min(i + k, length - 1) * width;
        addPair(rows, before, after, kernel[k], sum);
      }
      System.arraycopy(sum, 0, values, start + i * stride, width);
    }
  }

  private static void scale(float[] from, int at, float factor, float[] sum) {
    for (int i = 0; i < sum.length; i++) {
      sum[i] = from[at + i] * factor;
    }
  }

  private static void addPair(float[] from, int left, int right, float factor, float[] sum) {
    for (int i = 0; i < sum.length; i++) {
      sum[i] += (from[left + i] + from[right + i]) * factor;
    }
  }
}
