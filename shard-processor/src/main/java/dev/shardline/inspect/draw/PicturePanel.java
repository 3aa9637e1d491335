package dev.shardline.inspect.draw;

import java.awt.Color;
import java.awt.Graphics2D;
import java.awt.image.BufferedImage;
import java.util.List;

/// A picture scaled into a box, centred, with a caption below and letters at its edges.
///
/// @param picture what to show; not changed
/// @param pixelHeight how much higher than wide a pixel of the picture is
/// @param box the width and height of the space for the picture
/// @param caption one line; empty for none
/// @param edges letters at left, right, top and bottom; empty for none
record PicturePanel(
    BufferedImage picture, double pixelHeight, int box, String caption, List<String> edges)
    implements Panel {
  private static final int CAPTION_HEIGHT = PixelFont.HEIGHT + 8;
  private static final int EDGE_SCALE = 2;
  private static final int INSET = 6;
  private static final Color EDGE = new Color(0xf0, 0xe4, 0x42);

  PicturePanel {
    edges = List.copyOf(edges);
  }

  /// A picture with square pixels and no letters.
  static PicturePanel plain(BufferedImage picture, int box, String caption) {
    return new PicturePanel(picture, 1, box, caption, List.of());
  }

  @Override
  public int width() {
    return box;
  }

  @Override
  public int height() {
    return box + (caption.isEmpty() ? 0 : CAPTION_HEIGHT);
  }

  @Override
  public void draw(Graphics2D graphics) {
    graphics.setColor(Theme.PANEL);
    graphics.fillRect(0, 0, box, box);
    double wide = picture.getWidth();
    double high = picture.getHeight() * pixelHeight;
    double scale = box / Math.max(wide, high);
    int width = Math.max(1, (int) Math.round(wide * scale));
    int height = Math.max(1, (int) Math.round(high * scale));
    BufferedImage shrunk = shrunk(width, height);
    graphics.drawImage(shrunk, (box - width) / 2, (box - height) / 2, width, height, null);
    if (!edges.isEmpty()) {
      drawEdges(graphics);
    }
    if (!caption.isEmpty()) {
      PixelFont.draw(graphics, fitting(caption), 0, box + 6, 1, Theme.FAINT);
    }
  }

  /// Halves the picture until one bilinear step does the rest, so that nothing is skipped.
  private BufferedImage shrunk(int width, int height) {
    BufferedImage current = picture;
    while (current.getWidth() >= 2 * width && current.getHeight() >= 2 * height) {
      BufferedImage half =
          new BufferedImage(
              current.getWidth() / 2, current.getHeight() / 2, BufferedImage.TYPE_INT_RGB);
      Graphics2D graphics = half.createGraphics();
      graphics.setRenderingHint(
          java.awt.RenderingHints.KEY_INTERPOLATION,
          java.awt.RenderingHints.VALUE_INTERPOLATION_BILINEAR);
      graphics.drawImage(current, 0, 0, half.getWidth(), half.getHeight(), null);
      graphics.dispose();
      current = half;
    }
    return current;
  }

  private void drawEdges(Graphics2D graphics) {
    int letter = PixelFont.ADVANCE * EDGE_SCALE;
    int line = PixelFont.HEIGHT * EDGE_SCALE;
    int middle = (box - letter) / 2;
    int centre = (box - line) / 2;
    PixelFont.draw(graphics, edges.get(0), INSET, centre, EDGE_SCALE, EDGE);
    PixelFont.draw(graphics, edges.get(1), box - letter - INSET + 2, centre, EDGE_SCALE, EDGE);
    PixelFont.draw(graphics, edges.get(2), middle, INSET, EDGE_SCALE, EDGE);
    PixelFont.draw(graphics, edges.get(3), middle, box - line - INSET + 2, EDGE_SCALE, EDGE);
  }

  private String fitting(String text) {
    int letters = box / PixelFont.ADVANCE;
    return text.length() <= letters ? text : text.substring(0, Math.max(0, letters - 2)) + "..";
  }
}
