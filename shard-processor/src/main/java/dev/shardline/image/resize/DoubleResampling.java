package dev.shardline.image.resize;

import dev.shardline.image.Float32Image;
import dev.shardline.image.Image;
import dev.shardline.image.ImageShape;
import dev.shardline.image.Uint16Image;
import dev.shardline.image.Uint8Image;
import java.util.Arrays;

/// Resamples 16-bit and float pictures with double weights and sums, storing in the picture's own
/// type between the two passes, as Pillow does for its modes `I;16` and `F`. 16-bit sums are
/// rounded half away from zero and held within 0 to 65,535 (Pillow's wrap round where a kernel
/// overshoots).
final class DoubleResampling {
  private DoubleResampling() {}

  static Image alongRows(Image image, AxisWeights axis) {
    ImageShape from = image.shape();
    ImageShape to = from.resized(from.height(), axis.length());
    Rows target = Rows.empty(image, to);
    Rows source = Rows.of(image);
    double[] row = new double[from.rowValues()];
    double[] sums = new double[to.rowValues()];
    for (int y = 0; y < to.height(); y++) {
      source.load(y, row);
      resampleRow(row, sums, axis, to.channels());
      target.store(y, sums);
    }
    return target.image();
  }

  private static void resampleRow(double[] row, double[] sums, AxisWeights axis, int channels) {
    double[] weights = axis.weights();
    for (int x = 0; x < axis.length(); x++) {
      for (int channel = 0; channel < channels; channel++) {
        double sum = 0;
        int value = axis.start(x) * channels + channel;
        int weight = x * axis.taps();
        for (int tap = 0; tap < axis.count(x); tap++, value += channels) {
          sum += row[value] * weights[weight + tap];
        }
        sums[x * channels + channel] = sum;
      }
    }
  }

  static Image alongColumns(Image image, AxisWeights axis) {
    ImageShape from = image.shape();
    ImageShape to = from.resized(axis.length(), from.width());
    Rows target = Rows.empty(image, to);
    Rows source = Rows.of(image);
    double[] row = new double[from.rowValues()];
    double[] sums = new double[to.rowValues()];
    for (int y = 0; y < to.height(); y++) {
      Arrays.fill(sums, 0);
      for (int tap = 0; tap < axis.count(y); tap++) {
        source.load(axis.start(y) + tap, row);
        double weight = axis.weights()[y * axis.taps() + tap];
        for (int x = 0; x < sums.length; x++) {
          sums[x] += row[x] * weight;
        }
      }
      target.store(y, sums);
    }
    return target.image();
  }

  /// A picture's rows as doubles, whatever its pixel type.
  private interface Rows {
    void load(int y, double[] row);

    void store(int y, double[] row);

    Image image();

    static Rows of(Image image) {
      return switch (image) {
        case Uint16Image shorts -> new ShortRows(shorts);
        case Float32Image floats -> new FloatRows(floats);
        case Uint8Image bytes ->
            throw new IllegalArgumentException("8-bit pictures are resampled in fixed point");
      };
    }

    static Rows empty(Image like, ImageShape shape) {
      return switch (like) {
        case Uint16Image _ -> of(Uint16Image.of(shape, new short[shape.values()]));
        case Float32Image _ -> of(Float32Image.of(shape, new float[shape.values()]));
        case Uint8Image bytes -> of(bytes);
      };
    }
  }

  private record ShortRows(Uint16Image image) implements Rows {
    @Override
    public void load(int y, double[] row) {
      int first = y * row.length;
      for (int x = 0; x < row.length; x++) {
        row[x] = image.pixels()[first + x] & 0xFFFF;
      }
    }

    @Override
    public void store(int y, double[] row) {
      int first = y * row.length;
      for (int x = 0; x < row.length; x++) {
        image.pixels()[first + x] = (short) Math.clamp((long) Math.floor(row[x] + 0.5), 0, 65_535);
      }
    }
  }

  private record FloatRows(Float32Image image) implements Rows {
    @Override
    public void load(int y, double[] row) {
      int first = y * row.length;
      for (int x = 0; x < row.length; x++) {
        row[x] = image.pixels()[first + x];
      }
    }

    @Override
    public void store(int y, double[] row) {
      int first = y * row.length;
      for (int x = 0; x < row.length; x++) {
        image.pixels()[first + x] = (float) row[x];
      }
    }
  }
}
