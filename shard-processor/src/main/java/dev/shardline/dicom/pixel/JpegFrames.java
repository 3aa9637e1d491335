package dev.shardline.dicom.pixel;

import dev.shardline.failure.MalformedDataException;
import dev.shardline.failure.Reason;
import dev.shardline.image.Uint8Image;
import dev.shardline.image.codec.DecodeOptions;
import dev.shardline.image.codec.StandardImageDecoder;
import dev.shardline.image.codec.header.ImageHeader;

/// Frames in lossy JPEG of 8 bits. The 12 bits that JPEG Extended allows are refused by name.
final class JpegFrames {
  private JpegFrames() {}

  static int[] decode(byte[] frame, PixelFormat format) throws MalformedDataException {
    ImageHeader header = ImageHeader.of(frame);
    boolean same =
        header.height() == format.rows()
            && header.width() == format.columns()
            && header.channels() == 1;
    if (!same
        || !(new StandardImageDecoder().decode(frame, DecodeOptions.STANDARD)
            instanceof Uint8Image image)) {
      throw new MalformedDataException(
          Reason.MALFORMED,
          "JPEG frame",
          "%d x %d grey pixels as the data set says".formatted(format.rows(), format.columns()),
          "%d x %d of %d".formatted(header.height(), header.width(), header.channels()));
    }
    int[] values = new int[image.pixels().length];
    for (int i = 0; i < values.length; i++) {
      values[i] = image.pixels()[i] & 0xFF;
    }
    return values;
  }
}
