package dev.shardline.inspect.draw;

import java.awt.Color;
import java.awt.Graphics2D;
import java.util.List;
import java.util.Locale;

/// Histograms over one axis of values, on a logarithmic scale of counts, with the values that are
/// shown black and white marked.
///
/// @param histograms one for each channel, over the same range
/// @param window what pictures beside it show black and white
record HistogramPanel(List<Histogram> histograms, GreyWindow window, int width, int height)
    implements Panel {
  private static final int AXIS = 2 * PixelFont.HEIGHT + 16;
  private static final int HEADING = PixelFont.HEIGHT + 8;

  HistogramPanel {
    histograms = List.copyOf(histograms);
  }

  @Override
  public void draw(Graphics2D graphics) {
    graphics.setColor(Theme.PANEL);
    graphics.fillRect(0, 0, width, height);
    PixelFont.draw(graphics, "values, log count", 6, 6, 1, Theme.FAINT);
    for (int i = 0; i < histograms.size(); i++) {
      bars(graphics, histograms.get(i), histograms.size() == 1 ? Theme.mark(0) : channel(i));
    }
    graphics.setColor(Theme.LINE);
    graphics.fillRect(0, height - AXIS, width, 1);
    Histogram first = histograms.getFirst();
    mark(graphics, first, window.black());
    mark(graphics, first, window.white());
    PixelFont.draw(graphics, number(first.low()), 6, height - AXIS + 6, 1, Theme.FAINT);
    String high = number(first.high());
    PixelFont.draw(
        graphics, high, width - 6 - PixelFont.width(high, 1), height - AXIS + 6, 1, Theme.FAINT);
  }

  private static Color channel(int index) {
    Color colour =
        switch (index) {
          case 0 -> Color.RED;
          case 1 -> Color.GREEN;
          case 2 -> Color.BLUE;
          case 3 -> Color.GRAY;
          default -> throw new IllegalArgumentException("A picture has at most 4 channels");
        };
    return new Color(colour.getRed(), colour.getGreen(), colour.getBlue(), 150);
  }

  private void bars(Graphics2D graphics, Histogram histogram, Color colour) {
    graphics.setColor(colour);
    int room = height - AXIS - HEADING;
    double most = Math.log1p(histogram.largest());
    int bins = histogram.counts().length;
    for (int bin = 0; bin < bins; bin++) {
      int from = bin * width / bins;
      int to = (bin + 1) * width / bins;
      double share = most > 0 ? Math.log1p(histogram.counts()[bin]) / most : 0;
      int high = (int) Math.round(room * share);
      graphics.fillRect(from, height - AXIS - high, Math.max(1, to - from), high);
    }
  }

  private void mark(Graphics2D graphics, Histogram histogram, double value) {
    double span = histogram.high() - histogram.low();
    if (span > 0) {
      int x = (int) Math.round((value - histogram.low()) / span * (width - 1));
      graphics.setColor(Theme.mark(1));
      graphics.fillRect(x, HEADING, 1, height - AXIS - HEADING);
      String text = number(value);
      int left = Math.clamp(x - PixelFont.width(text, 1) / 2, 6, width - 6 - 6 * text.length());
      PixelFont.draw(graphics, text, left, height - PixelFont.HEIGHT - 4, 1, Theme.mark(1));
    }
  }

  private static String number(double value) {
    return String.format(Locale.ROOT, "%.4g", value);
  }
}
