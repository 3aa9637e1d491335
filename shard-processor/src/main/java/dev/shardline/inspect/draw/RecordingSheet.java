package dev.shardline.inspect.draw;

import dev.shardline.inspect.Drawing;
import dev.shardline.signal.Recording;
import java.awt.image.BufferedImage;
import java.util.List;
import java.util.stream.IntStream;

/// The first ten seconds of a recording's signal channels with its annotations, and the power
/// spectra of all that is given.
///
/// @param title one line
/// @param recording its beginning; at most the first 24 signal channels are drawn
public record RecordingSheet(String title, Recording recording) implements Drawing {
  private static final int WIDTH = 1100;
  private static final int SPECTRUM_HEIGHT = 260;
  private static final int MOST_CHANNELS = 24;
  private static final double SECONDS = 10;

  @Override
  public BufferedImage draw() {
    int[] first =
        IntStream.range(0, Math.min(MOST_CHANNELS, recording.channels().size())).toArray();
    Recording drawn =
        recording.withChannels(
            recording.channels().subList(0, first.length), recording.traces().rows(first));
    int points = (int) Math.min(drawn.timePoints(), drawn.rate().timePoints(SECONDS));
    Sheet sheet = new Sheet(title).row(List.of(new TracePanel(drawn.span(0, points), WIDTH)));
    return sheet.row(List.of(new SpectrumPanel(drawn, WIDTH, SPECTRUM_HEIGHT))).draw();
  }

  /// What the pixel font can show of a label or unit.
  static String plain(String text) {
    return text.replace("µ", "u").replace("²", "2").replace("°", "");
  }
}
