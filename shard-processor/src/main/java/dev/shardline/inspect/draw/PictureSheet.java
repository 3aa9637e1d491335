package dev.shardline.inspect.draw;

import dev.shardline.image.Float32Image;
import dev.shardline.image.Image;
import dev.shardline.image.ImageShape;
import dev.shardline.inspect.Drawing;
import java.awt.image.BufferedImage;
import java.util.ArrayList;
import java.util.List;

/// A picture and the histogram of each of its channels.
///
/// @param title one line
public record PictureSheet(String title, Image image) implements Drawing {
  private static final int BOX = 560;
  private static final int HISTOGRAM_WIDTH = 512;
  private static final int HISTOGRAM_HEIGHT = 200;
  private static final int BINS = 256;

  @Override
  public BufferedImage draw() {
    float[][] channels = channels(image);
    float[] all = joined(channels);
    GreyWindow window = GreyWindow.of(all);
    List<Histogram> histograms = new ArrayList<>();
    for (float[] channel : channels) {
      histograms.add(Histogram.of(channel, BINS));
    }
    return new Sheet(title)
        .row(
            List.of(
                PicturePanel.plain(ImagePicture.of(image, window), BOX, ""),
                new HistogramPanel(histograms, window, HISTOGRAM_WIDTH, HISTOGRAM_HEIGHT)))
        .draw();
  }

  private static float[][] channels(Image image) {
    float[][] channels = new float[image.channels()][];
    for (int channel = 0; channel < channels.length; channel++) {
      channels[channel] = plane(image, channel).pixels();
    }
    return channels;
  }

  /// One channel as a picture of its own.
  static Float32Image plane(Image image, int channel) {
    float[] pixels = new float[image.shape().pixels()];
    for (int row = 0; row < image.height(); row++) {
      for (int column = 0; column < image.width(); column++) {
        pixels[row * image.width() + column] = (float) image.at(row, column, channel);
      }
    }
    return Float32Image.of(ImageShape.grey(image.height(), image.width()), pixels);
  }

  private static float[] joined(float[][] channels) {
    float[] all = new float[channels.length * channels[0].length];
    for (int i = 0; i < channels.length; i++) {
      System.arraycopy(channels[i], 0, all, i * channels[0].length, channels[0].length);
    }
    return all;
  }
}
