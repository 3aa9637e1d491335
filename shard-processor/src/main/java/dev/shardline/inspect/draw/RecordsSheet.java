package dev.shardline.inspect.draw;

import dev.shardline.data.Tensor;
import dev.shardline.inspect.Drawing;
import java.awt.image.BufferedImage;
import java.util.List;

/// Records side by side, each with its caption.
///
/// @param title one line
/// @param records at least one
public record RecordsSheet(String title, List<Thumbnail> records) implements Drawing {
  private static final int SMALL = 150;
  private static final int LARGE = 560;
  private static final int COLUMNS = 8;

  /// One record.
  ///
  /// @param caption one line
  public record Thumbnail(String caption, Tensor data) {}

  public RecordsSheet {
    records = List.copyOf(records);
    if (records.isEmpty()) {
      throw new IllegalArgumentException("A sheet shows at least one record");
    }
  }

  @Override
  public BufferedImage draw() {
    int box = records.size() == 1 ? LARGE : SMALL;
    List<PicturePanel> tiles =
        records.stream()
            .map(record ->
                PicturePanel.plain(TensorPicture.of(record.data()), box, record.caption()))
            .toList();
    return new Sheet(title).row(List.of(new Montage(tiles, box, COLUMNS))).draw();
  }
}
