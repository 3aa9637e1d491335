package dev.shardline.image.codec.jpeg;

/// The rows of a colour component at the picture's size.
final class ChromaRows {
  private final ComponentScan component;
  private final boolean halfColumns;
  private final boolean halfRows;
  private final int width;
  private final int height;
  private final int[] sums;
  private final byte[] row;

  /// @param luma the component that has all rows and columns
  /// @param pictureHeight rows of the picture
  /// @param pictureWidth columns of the picture
  ChromaRows(ComponentScan component, ComponentScan luma, int pictureHeight, int pictureWidth) {
    this.component = component;
    this.halfColumns = luma.horizontal == 2;
    this.halfRows = luma.vertical == 2;
    this.width = halfColumns ? (pictureWidth + 1) / 2 : pictureWidth;
    this.height = halfRows ? (pictureHeight + 1) / 2 : pictureHeight;
    this.sums = new int[width];
    this.row = new byte[halfColumns ? 2 * width : width];
  }

  /// A row of the picture; valid until the next call.
  byte[] row(int y) {
    int near = (halfRows ? y / 2 : y) * component.stride();
    if (!halfColumns) {
      System.arraycopy(component.plane(), near, row, 0, width);
    } else if (!halfRows) {
      Upsampling.doubleColumns(component.plane(), near, width, row);
    } else {
      int other = Math.clamp(y / 2 + (y % 2 == 0 ? -1 : 1), 0, height - 1);
      Upsampling.doubleBoth(component.plane(), near, other * component.stride(), width, sums, row);
    }
    return row;
  }
}
