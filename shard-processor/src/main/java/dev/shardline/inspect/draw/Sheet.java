package dev.shardline.inspect.draw;

import java.awt.Graphics2D;
import java.awt.RenderingHints;
import java.awt.image.BufferedImage;
import java.util.ArrayList;
import java.util.List;

/// Rows of panels under a title.
final class Sheet {
  private static final int TITLE_SCALE = 2;

  private final String title;
  private final List<List<Panel>> rows = new ArrayList<>();

  Sheet(String title) {
    this.title = title;
  }

  /// Adds a row; an empty one is left out.
  Sheet row(List<? extends Panel> panels) {
    if (!panels.isEmpty()) {
      rows.add(List.copyOf(panels));
    }
    return this;
  }

  BufferedImage draw() {
    int titleHeight = PixelFont.HEIGHT * TITLE_SCALE + Theme.GAP;
    int width = PixelFont.width(title, TITLE_SCALE);
    int height = titleHeight;
    for (List<Panel> row : rows) {
      width = Math.max(width, widthOf(row));
      height += heightOf(row) + Theme.GAP;
    }
    BufferedImage image =
        new BufferedImage(width + 2 * Theme.GAP, height + Theme.GAP, BufferedImage.TYPE_INT_RGB);
    Graphics2D graphics = image.createGraphics();
    graphics.setRenderingHint(
        RenderingHints.KEY_INTERPOLATION, RenderingHints.VALUE_INTERPOLATION_BILINEAR);
    graphics.setRenderingHint(RenderingHints.KEY_ANTIALIASING, RenderingHints.VALUE_ANTIALIAS_ON);
    graphics.setColor(Theme.BACKGROUND);
    graphics.fillRect(0, 0, image.getWidth(), image.getHeight());
    PixelFont.draw(graphics, title, Theme.GAP, Theme.GAP, TITLE_SCALE, Theme.TEXT);
    drawRows(graphics, titleHeight + Theme.GAP);
    graphics.dispose();
    return image;
  }

  private void drawRows(Graphics2D graphics, int top) {
    int y = top;
    for (List<Panel> row : rows) {
      int x = Theme.GAP;
      for (Panel panel : row) {
        Graphics2D own = (Graphics2D) graphics.create(x, y, panel.width(), panel.height());
        panel.draw(own);
        own.dispose();
        x += panel.width() + Theme.GAP;
      }
      y += heightOf(row) + Theme.GAP;
    }
  }

  private static int widthOf(List<Panel> row) {
    return row.stream().mapToInt(panel -> panel.width() + Theme.GAP).sum() - Theme.GAP;
  }

  private static int heightOf(List<Panel> row) {
    return row.stream().mapToInt(Panel::height).max().orElse(0);
  }
}
