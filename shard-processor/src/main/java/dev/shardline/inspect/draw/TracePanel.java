package dev.shardline.inspect.draw;

import dev.shardline.signal.Annotation;
import dev.shardline.signal.Recording;
import dev.shardline.signal.SignalChannel;
import java.awt.Color;
import java.awt.Graphics2D;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/// Signal channels over time, one below the other, each scaled to its own range; annotated spans
/// behind them, with their texts on top.
///
/// @param recording what is drawn, all of it
record TracePanel(Recording recording, int width) implements Panel {
  private static final int LANE = 44;
  private static final int LEFT = 130;
  private static final int TOP = 2 * PixelFont.HEIGHT + 8;
  private static final int BOTTOM = 2 * PixelFont.HEIGHT + 6;
  private static final int SPAN_ALPHA = 56;

  @Override
  public int height() {
    return TOP + LANE * recording.channels().size() + BOTTOM;
  }

  @Override
  public void draw(Graphics2D graphics) {
    graphics.setColor(Theme.PANEL);
    graphics.fillRect(0, 0, width, height());
    annotations(graphics);
    seconds(graphics);
    for (int channel = 0; channel < recording.channels().size(); channel++) {
      trace(graphics, channel);
    }
  }

  private int at(double second) {
    double share = second / Math.max(recording.durationSeconds(), Double.MIN_NORMAL);
    return LEFT + (int) Math.round(Math.clamp(share, 0, 1) * (width - LEFT - 8));
  }

  private void annotations(Graphics2D graphics) {
    List<String> texts = new ArrayList<>();
    int free = LEFT;
    for (Annotation annotation : recording.annotations()) {
      if (!texts.contains(annotation.text())) {
        texts.add(annotation.text());
      }
      Color colour = Theme.mark(texts.indexOf(annotation.text()));
      int from = at(annotation.onset());
      int to = Math.max(at(annotation.end()), from + 1);
      graphics.setColor(
          new Color(colour.getRed(), colour.getGreen(), colour.getBlue(), SPAN_ALPHA));
      graphics.fillRect(from, TOP, to - from, height() - TOP - BOTTOM);
      String text = RecordingSheet.plain(annotation.text());
      if (from >= free && from + PixelFont.width(text, 1) < width) {
        PixelFont.draw(graphics, text, from, 6, 1, colour);
        free = from + PixelFont.width(text, 1) + PixelFont.ADVANCE;
      }
    }
  }

  private void seconds(Graphics2D graphics) {
    double step = Math.max(1, Math.ceil(recording.durationSeconds() / 10));
    for (double second = 0; second <= recording.durationSeconds(); second += step) {
      graphics.setColor(Theme.LINE);
      graphics.fillRect(at(second), TOP, 1, height() - TOP - BOTTOM);
      String text = String.format(Locale.ROOT, "%.0f s", second);
      int x = Math.min(at(second), width - PixelFont.width(text, 1) - 2);
      PixelFont.draw(graphics, text, x, height() - BOTTOM + 6, 1, Theme.FAINT);
    }
  }

  private void trace(Graphics2D graphics, int channel) {
    double[] row = recording.traces().doubles(channel);
    SignalChannel what = recording.channels().get(channel);
    ValueRange range = ValueRange.of(row);
    int top = TOP + channel * LANE;
    String label = RecordingSheet.plain(what.label());
    PixelFont.draw(graphics, shortened(label), 6, top + LANE / 2 - 9, 1, Theme.TEXT);
    String span =
        String.format(
            Locale.ROOT, "%.3g %s", range.span(), RecordingSheet.plain(what.unit().symbol()));
    PixelFont.draw(graphics, shortened(span), 6, top + LANE / 2 + 3, 1, Theme.FAINT);
    graphics.setColor(Theme.mark(channel));
    int before = -1;
    for (int x = LEFT; x < width - 8; x++) {
      int from = (int) ((long) (x - LEFT) * row.length / (width - LEFT - 8));
      int to = (int) Math.max(from + 1, (long) (x + 1 - LEFT) * row.length / (width - LEFT - 8));
      before = column(graphics, row, from, Math.min(to, row.length), range, x, top, before);
    }
  }

  /// Draws the range of values that fall on one column of pixels, joined to the column before.
  private static int column(
      Graphics2D graphics,
      double[] row,
      int from,
      int to,
      ValueRange range,
      int x,
      int top,
      int before) {
    int high = Integer.MAX_VALUE;
    int low = Integer.MIN_VALUE;
    int last = -1;
    for (int i = from; i < to; i++) {
      if (Double.isFinite(row[i])) {
        last = top + 3 + (int) Math.round((1 - range.share(row[i])) * (LANE - 6));
        high = Math.min(high, last);
        low = Math.max(low, last);
      }
    }
    if (last < 0) {
      return -1;
    }
    if (before >= 0) {
      high = Math.min(high, before);
      low = Math.max(low, before);
    }
    graphics.fillRect(x, high, 1, low - high + 1);
    return last;
  }

  private static String shortened(String text) {
    int most = LEFT / PixelFont.ADVANCE - 2;
    return text.length() <= most ? text : text.substring(0, most - 1) + "~";
  }
}
