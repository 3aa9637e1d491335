package dev.shardline.report;

import dev.shardline.data.Tensor;
import dev.shardline.inspect.draw.TensorPicture;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.util.Base64;
import javax.imageio.ImageIO;

/// A record's array as `inspect` draws it, for a page.
final class RecordPicture {
  private static final int SIDE = 160;

  private RecordPicture() {}

  /// An `img` element.
  ///
  /// @param description what it shows, for those who cannot see it
  static String element(Tensor tensor, String description) throws IOException {
    ByteArrayOutputStream png = new ByteArrayOutputStream();
    ImageIO.write(TensorPicture.in(tensor, SIDE), "png", png);
    return "<img alt=\"%s\" src=\"data:image/png;base64,%s\">"
        .formatted(Html.text(description), Base64.getEncoder().encodeToString(png.toByteArray()));
  }
}
