package dev.shardline.demo;

import java.awt.image.BufferedImage;
import java.awt.image.WritableRaster;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import javax.imageio.IIOImage;
import javax.imageio.ImageIO;
import javax.imageio.ImageWriteParam;
import javax.imageio.ImageWriter;
import javax.imageio.stream.ImageOutputStream;
import javax.imageio.stream.MemoryCacheImageOutputStream;

/// Encodes slices in the formats of the sites.
final class SliceEncoder {
  private static final float JPEG_QUALITY = 0.88f;
  private static final int TIFF_HEADER = 8;
  private static final int TIFF_ENTRY = 12;

  private SliceEncoder() {}

  /// A file of brightness 0 to 1, row by row.
  static byte[] encode(float[] pixels, int height, int width, Site.Encoding encoding)
      throws IOException {
    return switch (encoding) {
      case GREY_JPEG -> write("jpeg", picture(pixels, height, width, BufferedImage.TYPE_BYTE_GRAY));
      case COLOUR_JPEG ->
          write("jpeg", picture(pixels, height, width, BufferedImage.TYPE_3BYTE_BGR));
      case PNG -> write("png", picture(pixels, height, width, BufferedImage.TYPE_BYTE_GRAY));
      case TIFF_16 -> tiff(pixels, height, width);
    };
  }

  private static BufferedImage picture(float[] pixels, int height, int width, int type) {
    BufferedImage picture = new BufferedImage(width, height, type);
    WritableRaster raster = picture.getRaster();
    int[] row = new int[width];
    for (int y = 0; y < height; y++) {
      for (int x = 0; x < width; x++) {
        row[x] = Math.round(pixels[y * width + x] * 255);
      }
      for (int band = 0; band < raster.getNumBands(); band++) {
        raster.setSamples(0, y, width, 1, band, row);
      }
    }
    return picture;
  }

  private static byte[] write(String format, BufferedImage picture) throws IOException {
    ImageWriter writer = ImageIO.getImageWritersByFormatName(format).next();
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    try (ImageOutputStream output = new MemoryCacheImageOutputStream(bytes)) {
      ImageWriteParam settings = writer.getDefaultWriteParam();
      if (format.equals("jpeg")) {
        settings.setCompressionMode(ImageWriteParam.MODE_EXPLICIT);
        settings.setCompressionQuality(JPEG_QUALITY);
      }
      writer.setOutput(output);
      writer.write(null, new IIOImage(picture, null, null), settings);
    } finally {
      writer.dispose();
    }
    return bytes.toByteArray();
  }

  /// An uncompressed 16-bit grey TIFF in one strip, values of 0 to 4,095 as scanners give them.
  private static byte[] tiff(float[] pixels, int height, int width) {
    int[][] tags = {
      {256, width},
      {257, height},
      {258, 16},
      {259, 1},
      {262, 1},
      {273, 0},
      {277, 1},
      {278, height},
      {279, 2 * pixels.length}
    };
    int directoryBytes = 2 + tags.length * TIFF_ENTRY + 4;
    int data = TIFF_HEADER + directoryBytes;
    ByteBuffer file = ByteBuffer.allocate(data + 2 * pixels.length).order(ByteOrder.LITTLE_ENDIAN);
    file.put((byte) 'I').put((byte) 'I').putShort((short) 42).putInt(TIFF_HEADER);
    file.putShort((short) tags.length);
    for (int[] tag : tags) {
      boolean offset = tag[0] == 273;
      file.putShort((short) tag[0]).putShort((short) 4).putInt(1).putInt(offset ? data : tag[1]);
    }
    file.putInt(0);
    for (float pixel : pixels) {
      file.putShort((short) Math.round(pixel * 4095));
    }
    return file.array();
  }
}
