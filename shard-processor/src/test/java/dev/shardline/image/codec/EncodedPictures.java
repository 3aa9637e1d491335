package dev.shardline.image.codec;

import java.awt.image.BufferedImage;
import java.awt.image.WritableRaster;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Random;
import javax.imageio.IIOImage;
import javax.imageio.ImageIO;
import javax.imageio.ImageWriteParam;
import javax.imageio.ImageWriter;
import javax.imageio.stream.ImageOutputStream;

/// Files for decoder tests, written by the JDK's own encoders.
final class EncodedPictures {
  private EncodedPictures() {}

  /// A picture of a [BufferedImage] type, of smooth values.
  static BufferedImage picture(int height, int width, int type) {
    BufferedImage image = new BufferedImage(width, height, type);
    WritableRaster raster = image.getRaster();
    int largest = (1 << Math.min(16, raster.getSampleModel().getSampleSize(0))) - 1;
    Random random = new Random(height * 31L + width);
    for (int y = 0; y < height; y++) {
      for (int x = 0; x < width; x++) {
        for (int band = 0; band < raster.getNumBands(); band++) {
          double wave = Math.sin(x / 6.0 + band) * Math.cos(y / 9.0 - band);
          double value = 0.5 + 0.4 * wave + 0.05 * random.nextDouble();
          raster.setSample(x, y, band, (int) (value * largest));
        }
      }
    }
    return image;
  }

  /// A file of one picture in a format the JDK writes: `jpeg`, `png`, `bmp`, `tiff`.
  static byte[] file(String format, BufferedImage... pictures) {
    ImageWriter writer = ImageIO.getImageWritersByFormatName(format).next();
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    try (ImageOutputStream output = ImageIO.createImageOutputStream(bytes)) {
      writer.setOutput(output);
      if (pictures.length == 1) {
        writer.write(pictures[0]);
      } else {
        writer.prepareWriteSequence(null);
        for (BufferedImage picture : pictures) {
          writer.writeToSequence(new IIOImage(picture, null, null), null);
        }
        writer.endWriteSequence();
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    } finally {
      writer.dispose();
    }
    return bytes.toByteArray();
  }

  /// A progressive JPEG.
  static byte[] progressiveJpeg(BufferedImage picture) throws IOException {
    ImageWriter writer = ImageIO.getImageWritersByFormatName("jpeg").next();
    ImageWriteParam settings = writer.getDefaultWriteParam();
    settings.setProgressiveMode(ImageWriteParam.MODE_DEFAULT);
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    try (ImageOutputStream output = ImageIO.createImageOutputStream(bytes)) {
      writer.setOutput(output);
      writer.write(null, new IIOImage(picture, null, null), settings);
    } finally {
      writer.dispose();
    }
    return bytes.toByteArray();
  }
}
