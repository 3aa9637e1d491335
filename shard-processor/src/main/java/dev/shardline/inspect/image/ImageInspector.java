package dev.shardline.inspect.image;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.shardline.digest.CanonicalJson;
import dev.shardline.failure.MalformedDataException;
import dev.shardline.image.Image;
import dev.shardline.image.codec.DecodeOptions;
import dev.shardline.image.codec.StandardImageDecoder;
import dev.shardline.image.codec.header.ImageFormat;
import dev.shardline.image.codec.header.ImageHeader;
import dev.shardline.inspect.InspectedFile;
import dev.shardline.inspect.Inspection;
import dev.shardline.inspect.Inspector;
import dev.shardline.inspect.draw.PictureSheet;
import java.io.IOException;
import java.util.OptionalInt;

/// Looks into JPEG, PNG, TIFF, BMP and WebP files; draws the first page.
public final class ImageInspector implements Inspector {
  @Override
  public String format() {
    return "JPEG, PNG, TIFF, BMP, WebP";
  }

  @Override
  public boolean recognises(InspectedFile file) {
    try {
      ImageFormat.of(file.head());
      return true;
    } catch (MalformedDataException _) {
      return false;
    }
  }

  @Override
  public Inspection inspect(InspectedFile file) throws IOException, MalformedDataException {
    byte[] bytes = file.bytes();
    ImageHeader header = ImageHeader.of(bytes);
    Image image =
        new StandardImageDecoder()
            .decode(
                bytes, new DecodeOptions(OptionalInt.of(0), DecodeOptions.STANDARD_MEMORY_LIMIT));
    ObjectNode facts =
        CanonicalJson.object()
            .put("width", header.width())
            .put("height", header.height())
            .put("channels", header.channels())
            .put("bits", header.bits())
            .put("pages", header.pages());
    String title = "%s  %d x %d".formatted(file.name(), header.width(), header.height());
    return Inspection.of(header.format().name(), facts).withDrawing(new PictureSheet(title, image));
  }
}
