package dev.shardline.inspect.draw;

import dev.shardline.signal.Recording;
import dev.shardline.signal.spectrum.Welch;
import dev.shardline.signal.spectrum.WelchSettings;
import java.awt.Graphics2D;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;

/// Welch spectra of every signal channel on a logarithmic scale of power, in the colours of
/// [TracePanel]. Segments of four seconds, half overlapping, Hann.
record SpectrumPanel(Recording recording, int width, int height) implements Panel {
  private static final double SEGMENT_SECONDS = 4;
  private static final int LEFT = 130;
  private static final int AXIS = 2 * PixelFont.HEIGHT + 6;
  private static final int HEADING = PixelFont.HEIGHT + 10;
  private static final double DECIBELS = 10;
  private static final double LARGEST_SPAN = 100;

  @Override
  public void draw(Graphics2D graphics) {
    graphics.setColor(Theme.PANEL);
    graphics.fillRect(0, 0, width, height);
    PixelFont.draw(graphics, "power density, dB over Hz", 6, 6, 1, Theme.FAINT);
    int segment = Math.toIntExact(Math.max(1, recording.rate().timePoints(SEGMENT_SECONDS)));
    if (recording.timePoints() < 2) {
      return;
    }
    Welch welch =
        new Welch(
            WelchSettings.ofSegmentLength(segment),
            recording.rate().hertz(),
            recording.timePoints());
    List<double[]> spectra = new ArrayList<>();
    for (int channel = 0; channel < recording.channels().size(); channel++) {
      spectra.add(decibels(welch.estimate(recording.traces().doubles(channel))));
    }
    ValueRange range = range(spectra);
    for (int channel = 0; channel < spectra.size(); channel++) {
      graphics.setColor(Theme.mark(channel));
      line(graphics, spectra.get(channel), range);
    }
    axes(graphics, range);
  }

  private static double[] decibels(double[] power) {
    return Arrays.stream(power).map(one -> DECIBELS * Math.log10(one)).toArray();
  }

  /// All values, but at most so many decibels below the greatest.
  private static ValueRange range(List<double[]> spectra) {
    ValueRange all = ValueRange.of(spectra.stream().flatMapToDouble(Arrays::stream).toArray());
    return new ValueRange(Math.max(all.low(), all.high() - LARGEST_SPAN), all.high());
  }

  private void line(Graphics2D graphics, double[] spectrum, ValueRange range) {
    for (int bin = 2; bin < spectrum.length; bin++) {
      if (Double.isFinite(spectrum[bin - 1]) && Double.isFinite(spectrum[bin])) {
        graphics.drawLine(
            x(bin - 1, spectrum.length),
            y(spectrum[bin - 1], range),
            x(bin, spectrum.length),
            y(spectrum[bin], range));
      }
    }
  }

  private int x(double bin, int bins) {
    return LEFT + (int) Math.round(bin / (bins - 1) * (width - LEFT - 8));
  }

  private int y(double value, ValueRange range) {
    double share = Math.clamp(range.share(value), 0, 1);
    return HEADING + (int) Math.round((1 - share) * (height - HEADING - AXIS));
  }

  private void axes(Graphics2D graphics, ValueRange range) {
    graphics.setColor(Theme.LINE);
    graphics.fillRect(LEFT, height - AXIS, width - LEFT, 1);
    double highest = recording.rate().hertz() / 2;
    double decade = Math.pow(10, Math.floor(Math.log10(highest)));
    double step = highest / decade > 4 ? decade : decade / 4;
    for (double hertz = 0; hertz <= highest && step > 0; hertz += step) {
      int at = LEFT + (int) Math.round(hertz / highest * (width - LEFT - 8));
      String text = hertz == Math.rint(hertz) ? "" + (long) hertz : "" + hertz;
      int left = Math.min(at, width - PixelFont.width(text, 1) - 2);
      PixelFont.draw(graphics, text, left, height - AXIS + 6, 1, Theme.FAINT);
    }
    number(graphics, range.high(), HEADING);
    number(graphics, range.low(), height - AXIS - PixelFont.HEIGHT);
  }

  private static void number(Graphics2D graphics, double value, int y) {
    PixelFont.draw(graphics, String.format(Locale.ROOT, "%.0f dB", value), 6, y, 1, Theme.FAINT);
  }
}
