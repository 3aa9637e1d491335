package dev.shardline.inspect.draw;

import dev.shardline.data.Tensor;
import dev.shardline.image.Float32Image;
import dev.shardline.image.ImageShape;
import java.awt.Graphics2D;
import java.awt.RenderingHints;
import java.awt.geom.Path2D;
import java.awt.image.BufferedImage;
import java.util.Arrays;

/// A tensor as a picture: what has the extents of a picture as one, in colour where it has three
/// channels; a volume as its middle slice along the first axis; all else as lines, one for each of
/// the first rows.
public final class TensorPicture {
  private static final int COLOURS = 3;
  private static final int SMALLEST_SIDE = 12;
  private static final int MOST_ELONGATED = 6;
  private static final int LINES_WIDTH = 480;
  private static final int LINES_HEIGHT = 480;
  private static final int MOST_LINES = 16;

  private TensorPicture() {}

  /// The picture in the middle of a square.
  ///
  /// @param box the square's side, in pixels
  public static BufferedImage in(Tensor tensor, int box) {
    BufferedImage square = new BufferedImage(box, box, BufferedImage.TYPE_INT_RGB);
    Graphics2D graphics = square.createGraphics();
    PicturePanel.plain(of(tensor), box, "").draw(graphics);
    graphics.dispose();
    return square;
  }

  static BufferedImage of(Tensor tensor) {
    int[] shape = Arrays.stream(tensor.shape()).filter(extent -> extent != 1).toArray();
    float[] values = TensorValues.of(tensor);
    if (values.length == 0) {
      return new BufferedImage(1, 1, BufferedImage.TYPE_INT_RGB);
    }
    if (shape.length == 3 && shape[2] == COLOURS && isPicture(shape[0], shape[1])) {
      return coloured(values, shape[0], shape[1]);
    }
    while (shape.length > 2 && isPicture(shape[shape.length - 2], shape[shape.length - 1])) {
      int inner = values.length / shape[0];
      int from = shape[0] / 2 * inner;
      values = Arrays.copyOfRange(values, from, from + inner);
      shape = Arrays.copyOfRange(shape, 1, shape.length);
    }
    if (shape.length == 2 && isPicture(shape[0], shape[1])) {
      return GreyWindow.of(values)
          .picture(Float32Image.of(ImageShape.grey(shape[0], shape[1]), values));
    }
    int length = shape.length == 0 ? 1 : shape[shape.length - 1];
    return lines(values, length);
  }

  private static boolean isPicture(int height, int width) {
    int shorter = Math.min(height, width);
    return shorter >= SMALLEST_SIDE && Math.max(height, width) <= MOST_ELONGATED * shorter;
  }

  private static BufferedImage coloured(float[] values, int height, int width) {
    Float32Image image = Float32Image.of(new ImageShape(height, width, COLOURS), values);
    return ImagePicture.of(image, GreyWindow.of(values));
  }

  private static BufferedImage lines(float[] values, int length) {
    BufferedImage picture =
        new BufferedImage(LINES_WIDTH, LINES_HEIGHT, BufferedImage.TYPE_INT_RGB);
    Graphics2D graphics = picture.createGraphics();
    graphics.setRenderingHint(RenderingHints.KEY_ANTIALIASING, RenderingHints.VALUE_ANTIALIAS_ON);
    int rows = Math.min(values.length / length, MOST_LINES);
    double band = (double) LINES_HEIGHT / rows;
    for (int row = 0; row < rows; row++) {
      float[] own = Arrays.copyOfRange(values, row * length, (row + 1) * length);
      graphics.setColor(Theme.mark(row));
      graphics.draw(line(own, row * band, band));
    }
    graphics.dispose();
    return picture;
  }

  private static Path2D line(float[] values, double top, double band) {
    Histogram range = Histogram.of(values, 1);
    double span = Math.max(range.high() - range.low(), Float.MIN_NORMAL);
    Path2D path = new Path2D.Double();
    boolean begun = false;
    for (int i = 0; i < values.length; i++) {
      if (Float.isFinite(values[i])) {
        double x = (LINES_WIDTH - 1.0) * i / Math.max(1, values.length - 1);
        double y = top + (band - 4) * (1 - (values[i] - range.low()) / span) + 2;
        if (begun) {
          path.lineTo(x, y);
        } else {
          path.moveTo(x, y);
        }
        begun = true;
      }
    }
    return path;
  }
}
