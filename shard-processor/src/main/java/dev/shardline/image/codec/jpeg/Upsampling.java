package dev.shardline.image.codec.jpeg;

/// Brings a component to the picture's size as libjpeg does by default (`jdsample.c`, "fancy"): a
/// triangle filter, centres 1/4 and 3/4 between the values.
final class Upsampling {
  private Upsampling() {}

  /// Twice the columns.
  ///
  /// @param width columns of the component, at least 3
  /// @param target takes `2 * width` values
  static void doubleColumns(byte[] plane, int row, int width, byte[] target) {
    target[0] = plane[row];
    for (int x = 1; x < width; x++) {
      int left = plane[row + x - 1] & 0xFF;
      int right = plane[row + x] & 0xFF;
      target[2 * x - 1] = (byte) (3 * left + right + 2 >> 2);
      target[2 * x] = (byte) (3 * right + left + 1 >> 2);
    }
    target[2 * width - 1] = plane[row + width - 1];
  }

  /// Twice the columns of a row between two rows, three parts of the near one and one of the far
  /// one.
  ///
  /// @param sums room for `width` numbers
  static void doubleBoth(byte[] plane, int near, int far, int width, int[] sums, byte[] target) {
    for (int x = 0; x < width; x++) {
      sums[x] = 3 * (plane[near + x] & 0xFF) + (plane[far + x] & 0xFF);
    }
    target[0] = (byte) (4 * sums[0] + 8 >> 4);
    for (int x = 1; x < width; x++) {
      target[2 * x - 1] = (byte) (3 * sums[x - 1] + sums[x] + 7 >> 4);
      target[2 * x] = (byte) (3 * sums[x] + sums[x - 1] + 8 >> 4);
    }
    target[2 * width - 1] = (byte) (4 * sums[width - 1] + 7 >> 4);
  }
}
