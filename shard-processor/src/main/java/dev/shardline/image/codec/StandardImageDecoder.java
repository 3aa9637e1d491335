package dev.shardline.image.codec;

import dev.shardline.failure.MalformedDataException;
import dev.shardline.failure.Reason;
import dev.shardline.image.Image;
import dev.shardline.image.ImageShape;
import dev.shardline.image.codec.header.ImageHeader;
import dev.shardline.image.codec.header.JpegFrame;
import dev.shardline.image.codec.header.PngHeader;
import dev.shardline.image.codec.header.TiffPages;
import dev.shardline.image.codec.jpeg.SequentialJpeg;
import java.awt.image.BufferedImage;
import java.awt.image.Raster;
import java.util.Optional;
import javax.imageio.ImageReader;

/// Decodes JPEG, PNG, TIFF, BMP and WebP by content. Reads the header first and refuses by it, then
/// hands the file to the reader of its format (for JPEG, the fast one first), then checks that the
/// picture is as announced.
public final class StandardImageDecoder implements ImageDecoder {
  @Override
  public Image decode(byte[] bytes, DecodeOptions options) throws MalformedDataException {
    ImageHeader first = ImageHeader.of(bytes);
    int page = options.pageOf(first);
    ImageHeader header = page == 0 ? first : TiffPages.of(bytes).imageHeader(page);
    options.requireFits(header);
    Image image = decode(bytes, header, page);
    requireAnnounced(
        new ImageShape(header.height(), header.width(), header.channels()), image.shape());
    return image;
  }

  private static Image decode(byte[] bytes, ImageHeader header, int page)
      throws MalformedDataException {
    return switch (header.format()) {
      case JPEG -> jpeg(bytes);
      case PNG -> png(bytes, header);
      case TIFF -> tiff(bytes, header, page);
      case BMP -> RasterPicture.rgb(read(bytes, ImageIoReaders.bmp(), 0));
      case WEBP -> RasterPicture.rgb(read(bytes, ImageIoReaders.webp(), 0));
    };
  }

  private static Image jpeg(byte[] bytes) throws MalformedDataException {
    JpegFrame frame = JpegFrame.of(bytes);
    ImageShape stored = new ImageShape(frame.height(), frame.width(), frame.components().size());
    Optional<byte[]> fast = SequentialJpeg.decode(bytes, frame);
    byte[] components = fast.isPresent() ? fast.get() : jpegThroughImageIo(bytes, stored);
    return JpegColours.picture(
        frame.colours(), stored.channels() == 4 ? stored.withChannels(3) : stored, components);
  }

  private static byte[] jpegThroughImageIo(byte[] bytes, ImageShape stored)
      throws MalformedDataException {
    JpegFrame.requireEnd(bytes);
    Raster raster =
        ImageIoRead.of(bytes, ImageIoReaders.jpeg(), reader -> reader.readRaster(0, null));
    ImageShape read = new ImageShape(raster.getHeight(), raster.getWidth(), raster.getNumBands());
    requireAnnounced(stored, read);
    return RasterPicture.bytes(raster, stored);
  }

  private static Image png(byte[] bytes, ImageHeader header) throws MalformedDataException {
    PngHeader.requireWhole(bytes);
    return RasterPicture.opaque(read(bytes, ImageIoReaders.png(), 0), header.channels());
  }

  /// Floating point is taken raw: as an image, TwelveMonkeys stretches it.
  private static Image tiff(byte[] bytes, ImageHeader header, int page)
      throws MalformedDataException {
    if (header.bits() == 32) {
      return RasterPicture.of(
          ImageIoRead.of(bytes, ImageIoReaders.tiff(), reader -> reader.readRaster(page, null)));
    }
    return RasterPicture.of(read(bytes, ImageIoReaders.tiff(), page), header.channels());
  }

  private static BufferedImage read(byte[] bytes, ImageReader reader, int page)
      throws MalformedDataException {
    return ImageIoRead.of(bytes, reader, source -> source.read(page));
  }

  private static void requireAnnounced(ImageShape announced, ImageShape read)
      throws MalformedDataException {
    if (!read.equals(announced)) {
      throw new MalformedDataException(
          Reason.MALFORMED, "image data", announced + " as the header says", read.toString());
    }
  }
}
