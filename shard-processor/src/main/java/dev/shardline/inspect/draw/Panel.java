package dev.shardline.inspect.draw;

import java.awt.Graphics2D;

/// A rectangle of a sheet.
interface Panel {
  int width();

  int height();

  /// Draws it with its upper left corner at (0, 0).
  void draw(Graphics2D graphics);
}
