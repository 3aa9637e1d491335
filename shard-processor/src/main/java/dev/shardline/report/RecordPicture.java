package dev.shardline.report;

import dev.shardline.failure.MalformedDataException;
import dev.shardline.inspect.draw.TensorPicture;
import dev.shardline.shard.NpyDecoding;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.util.Base64;
import java.util.Optional;
import javax.imageio.ImageIO;

/// A record's array as `inspect` draws it, for a page.
final class RecordPicture {
  private static final int SIDE = 160;

  private RecordPicture() {}

  /// An `img` element; empty if the file is none of ours.
  ///
  /// @param npy an NPY file
  /// @param description what it shows, for those who cannot see it
  static Optional<String> element(byte[] npy, String description) throws IOException {
    ByteArrayOutputStream png = new ByteArrayOutputStream();
    try {
      ImageIO.write(TensorPicture.in(NpyDecoding.tensor(npy), SIDE), "png", png);
    } catch (MalformedDataException _) {
      return Optional.empty();
    }
    return Optional.of(
        "<img alt=\"%s\" src=\"data:image/png;base64,%s\">"
            .formatted(
                Html.text(description), Base64.getEncoder().encodeToString(png.toByteArray())));
  }
}
