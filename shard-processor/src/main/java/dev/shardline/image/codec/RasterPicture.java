package dev.shardline.image.codec;

import dev.shardline.failure.MalformedDataException;
import dev.shardline.failure.Reason;
import dev.shardline.image.Float32Image;
import dev.shardline.image.Image;
import dev.shardline.image.ImageShape;
import dev.shardline.image.Uint16Image;
import dev.shardline.image.Uint8Image;
import java.awt.image.BufferedImage;
import java.awt.image.DataBuffer;
import java.awt.image.DataBufferByte;
import java.awt.image.IndexColorModel;
import java.awt.image.PixelInterleavedSampleModel;
import java.awt.image.Raster;
import java.util.stream.IntStream;

/// From ImageIO's rasters, as the readers leave them, to pictures. Values are taken as stored:
/// colour models are used for palettes only.
final class RasterPicture {
  private RasterPicture() {}

  /// The picture of a read image; one with a palette has as many of red, green, blue as
  /// `paletteChannels` says (1 where the palette is a grey ramp).
  static Image of(BufferedImage image, int paletteChannels) throws MalformedDataException {
    return image.getColorModel() instanceof IndexColorModel palette
        ? indexed(image.getRaster(), palette, paletteChannels)
        : of(image.getRaster());
  }

  /// The same without the channel that a reader makes of a transparent colour.
  static Image opaque(BufferedImage image, int channels) throws MalformedDataException {
    boolean paletted = image.getColorModel() instanceof IndexColorModel;
    return paletted || image.getRaster().getNumBands() != channels + 1
        ? of(image, channels)
        : of(firstBands(image.getRaster(), channels));
  }

  private static Raster firstBands(Raster raster, int count) {
    return raster.createChild(
        0, 0, raster.getWidth(), raster.getHeight(), 0, 0, IntStream.range(0, count).toArray());
  }

  /// The picture of a raster with the values as they are.
  static Image of(Raster raster) throws MalformedDataException {
    ImageShape shape = new ImageShape(raster.getHeight(), raster.getWidth(), raster.getNumBands());
    return switch (raster.getDataBuffer().getDataType()) {
      case DataBuffer.TYPE_BYTE, DataBuffer.TYPE_INT -> Uint8Image.of(shape, bytes(raster, shape));
      case DataBuffer.TYPE_USHORT -> Uint16Image.of(shape, shorts(raster, shape));
      case DataBuffer.TYPE_FLOAT -> Float32Image.of(shape, floats(raster, shape));
      default ->
          throw new MalformedDataException(
              Reason.UNSUPPORTED,
              "pixel type",
              "8-bit or 16-bit unsigned, or float32",
              "raster type " + raster.getDataBuffer().getDataType());
    };
  }

  /// The values of an 8-bit raster; its own array where it is laid out as a picture's.
  static byte[] bytes(Raster raster, ImageShape shape) {
    if (raster.getSampleModel() instanceof PixelInterleavedSampleModel model
        && raster.getDataBuffer() instanceof DataBufferByte buffer
        && isPlain(raster, model, buffer, shape)) {
      return buffer.getData();
    }
    byte[] pixels = new byte[shape.values()];
    int[] row = new int[shape.rowValues()];
    for (int y = 0; y < shape.height(); y++) {
      raster.getPixels(raster.getMinX(), raster.getMinY() + y, shape.width(), 1, row);
      for (int i = 0; i < row.length; i++) {
        pixels[y * row.length + i] = (byte) row[i];
      }
    }
    return pixels;
  }

  private static boolean isPlain(
      Raster raster, PixelInterleavedSampleModel model, DataBufferByte buffer, ImageShape shape) {
    int[] offsets = model.getBandOffsets();
    for (int band = 0; band < offsets.length; band++) {
      if (offsets[band] != band) {
        return false;
      }
    }
    return raster.getParent() == null
        && buffer.getOffset() == 0
        && buffer.getData().length == shape.values()
        && model.getPixelStride() == shape.channels()
        && model.getScanlineStride() == shape.rowValues();
  }

  private static short[] shorts(Raster raster, ImageShape shape) {
    short[] pixels = new short[shape.values()];
    int[] row = new int[shape.rowValues()];
    for (int y = 0; y < shape.height(); y++) {
      raster.getPixels(raster.getMinX(), raster.getMinY() + y, shape.width(), 1, row);
      for (int i = 0; i < row.length; i++) {
        pixels[y * row.length + i] = (short) row[i];
      }
    }
    return pixels;
  }

  private static float[] floats(Raster raster, ImageShape shape) {
    float[] pixels = new float[shape.values()];
    float[] row = new float[shape.rowValues()];
    for (int y = 0; y < shape.height(); y++) {
      raster.getPixels(raster.getMinX(), raster.getMinY() + y, shape.width(), 1, row);
      System.arraycopy(row, 0, pixels, y * row.length, row.length);
    }
    return pixels;
  }

  private static Image indexed(Raster raster, IndexColorModel palette, int channels) {
    ImageShape shape = new ImageShape(raster.getHeight(), raster.getWidth(), channels);
    byte[] pixels = new byte[shape.values()];
    int[] row = new int[shape.width()];
    int next = 0;
    for (int y = 0; y < shape.height(); y++) {
      raster.getPixels(raster.getMinX(), raster.getMinY() + y, shape.width(), 1, row);
      for (int index : row) {
        int colour = index < palette.getMapSize() ? palette.getRGB(index) : 0;
        for (int shift = 16; shift > 16 - 8 * channels; shift -= 8) {
          pixels[next++] = (byte) (colour >> shift);
        }
      }
    }
    return Uint8Image.of(shape, pixels);
  }

  /// The red, green, blue picture of a read image: palettes looked up, alpha left out, a single
  /// channel repeated.
  static Image rgb(BufferedImage image) throws MalformedDataException {
    Image picture = of(image, 3);
    if (picture.channels() == 3 || !(picture instanceof Uint8Image bytes)) {
      return picture;
    }
    ImageShape shape = picture.shape().withChannels(3);
    byte[] pixels = new byte[shape.values()];
    int channels = picture.channels();
    for (int i = 0; i < shape.pixels(); i++) {
      for (int channel = 0; channel < 3; channel++) {
        pixels[3 * i + channel] = bytes.pixels()[i * channels + (channels < 3 ? 0 : channel)];
      }
    }
    return Uint8Image.of(shape, pixels);
  }
}
