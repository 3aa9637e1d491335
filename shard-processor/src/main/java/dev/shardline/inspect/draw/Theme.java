package dev.shardline.inspect.draw;

import java.awt.Color;
import java.util.List;

/// The colours and sizes of all pictures.
final class Theme {
  static final Color BACKGROUND = new Color(0x16, 0x18, 0x1d);
  static final Color PANEL = new Color(0x00, 0x00, 0x00);
  static final Color TEXT = new Color(0xe6, 0xe8, 0xec);
  static final Color FAINT = new Color(0x8a, 0x90, 0x9c);
  static final Color LINE = new Color(0x3a, 0x40, 0x4b);

  /// Told apart also by people who do not see all colours (Okabe and Ito).
  static final List<Color> MARKS =
      List.of(
          new Color(0x56, 0xb4, 0xe9),
          new Color(0xe6, 0x9f, 0x00),
          new Color(0x00, 0x9e, 0x73),
          new Color(0xcc, 0x79, 0xa7));

  /// Pixels between panels and around them.
  static final int GAP = 14;

  private Theme() {}

  static Color mark(int index) {
    return MARKS.get(index % MARKS.size());
  }
}
