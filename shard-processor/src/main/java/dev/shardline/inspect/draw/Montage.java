package dev.shardline.inspect.draw;

import java.awt.Graphics2D;
import java.util.List;

/// Pictures side by side, row by row.
///
/// @param tiles all of one size
/// @param tile width of a tile
/// @param columns tiles in a row
record Montage(List<PicturePanel> tiles, int tile, int columns) implements Panel {
  /// Pixels between tiles.
  static final int SEAM = 2;

  Montage {
    tiles = List.copyOf(tiles);
  }

  @Override
  public int width() {
    int across = Math.min(columns, tiles.size());
    return across * (tile + SEAM) - SEAM;
  }

  @Override
  public int height() {
    int down = Math.ceilDiv(tiles.size(), columns);
    return down * (tileHeight() + SEAM) - SEAM;
  }

  private int tileHeight() {
    return tiles.getFirst().height();
  }

  @Override
  public void draw(Graphics2D graphics) {
    for (int i = 0; i < tiles.size(); i++) {
      int x = i % columns * (tile + SEAM);
      int y = i / columns * (tileHeight() + SEAM);
      Graphics2D own = (Graphics2D) graphics.create(x, y, tile, tileHeight());
      tiles.get(i).draw(own);
      own.dispose();
    }
  }
}
