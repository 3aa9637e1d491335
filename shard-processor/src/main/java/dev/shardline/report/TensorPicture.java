package dev.shardline.report;

import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.util.Arrays;
import java.util.Base64;
import java.util.Locale;
import javax.imageio.ImageIO;

/// Draws a record's array: what has two extents of a picture as a grey picture, a volume as its
/// middle slice, signals and spectra as lines.
final class TensorPicture {
  private static final int LONGEST_SIDE = 160;
  private static final int LINES = 6;
  private static final int MOST_ELONGATED = 6;
  private static final int SMALLEST_SIDE = 12;
  private static final int POINTS = 240;

  private TensorPicture() {}

  /// An `img` or `svg` element, or a note where the array cannot be drawn.
  static String element(NpyFile array, String description) {
    int[] shape = Arrays.stream(array.shape()).filter(extent -> extent != 1).toArray();
    float[] values = array.values();
    if (values.length == 0) {
      return "<p class=\"note\">empty</p>";
    }
    if (shape.length == 3) {
      int slice = shape[1] * shape[2];
      int from = shape[0] / 2 * slice;
      values = Arrays.copyOfRange(values, from, from + slice);
      shape = new int[] {shape[1], shape[2]};
    }
    if (shape.length == 2 && isPicture(shape[0], shape[1])) {
      return picture(values, shape[0], shape[1], description);
    }
    int length = shape.length == 0 ? 1 : shape[shape.length - 1];
    return lines(values, values.length / length, length, description);
  }

  private static boolean isPicture(int height, int width) {
    int shorter = Math.min(height, width);
    return shorter >= SMALLEST_SIDE && Math.max(height, width) <= MOST_ELONGATED * shorter;
  }

  private static String picture(float[] values, int height, int width, String description) {
    int step = Math.max(1, (Math.max(height, width) + LONGEST_SIDE - 1) / LONGEST_SIDE);
    BufferedImage image =
        new BufferedImage(
            (width + step - 1) / step, (height + step - 1) / step, BufferedImage.TYPE_BYTE_GRAY);
    float low = least(values);
    float range = Math.max(most(values) - low, Float.MIN_NORMAL);
    for (int y = 0; y < height; y += step) {
      for (int x = 0; x < width; x += step) {
        float value = values[y * width + x];
        int grey = Float.isFinite(value) ? Math.round(255 * (value - low) / range) : 0;
        image.getRaster().setSample(x / step, y / step, 0, grey);
      }
    }
    return "<img alt=\"%s\" src=\"data:image/png;base64,%s\">"
        .formatted(Html.text(description), Base64.getEncoder().encodeToString(png(image)));
  }

  private static byte[] png(BufferedImage image) {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    try {
      ImageIO.write(image, "png", bytes);
    } catch (IOException impossible) {
      throw new IllegalStateException("Writing to memory cannot fail", impossible);
    }
    return bytes.toByteArray();
  }

  private static String lines(float[] values, int count, int length, String description) {
    StringBuilder svg =
        new StringBuilder(
            "<svg class=\"trace\" viewBox=\"0 0 %d 120\" role=\"img\" aria-label=\"%s\">"
                .formatted(POINTS, Html.text(description)));
    int drawn = Math.min(count, LINES);
    for (int line = 0; line < drawn; line++) {
      float[] own = Arrays.copyOfRange(values, line * length, (line + 1) * length);
      float low = least(own);
      float range = Math.max(most(own) - low, Float.MIN_NORMAL);
      double top = 120.0 * line / drawn;
      double height = 120.0 / drawn - 2;
      svg.append("<polyline points=\"");
      int step = Math.max(1, length / POINTS);
      for (int i = 0; i < length; i += step) {
        double x = (double) POINTS * i / Math.max(1, length - 1);
        double y = Float.isFinite(own[i]) ? top + height * (1 - (own[i] - low) / range) + 1 : top;
        svg.append(String.format(Locale.ROOT, "%.1f,%.1f ", x, y));
      }
      svg.append("\"/>");
    }
    return svg.append("</svg>").toString();
  }

  private static float least(float[] values) {
    float least = Float.POSITIVE_INFINITY;
    for (float value : values) {
      least = Float.isFinite(value) ? Math.min(least, value) : least;
    }
    return Float.isFinite(least) ? least : 0;
  }

  private static float most(float[] values) {
    float most = Float.NEGATIVE_INFINITY;
    for (float value : values) {
      most = Float.isFinite(value) ? Math.max(most, value) : most;
    }
    return Float.isFinite(most) ? most : 0;
  }
}
