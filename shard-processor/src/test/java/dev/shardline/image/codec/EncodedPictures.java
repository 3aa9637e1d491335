package dev.shardline.image.codec;

import java.awt.image.BufferedImage;
import java.awt.image.WritableRaster;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Random;
import javax.imageio.IIOImage;
import javax.imageio.ImageIO;
import javax.imageio.ImageTypeSpecifier;
import javax.imageio.ImageWriteParam;
import javax.imageio.ImageWriter;
import javax.imageio.metadata.IIOMetadata;
import javax.imageio.metadata.IIOMetadataNode;
import javax.imageio.stream.ImageOutputStream;
import org.w3c.dom.Element;
import org.w3c.dom.Node;

/// Files for decoder tests, written by the JDK's own encoders.
public final class EncodedPictures {
  private EncodedPictures() {}

  /// A picture of a [BufferedImage] type, of smooth values.
  public static BufferedImage picture(int height, int width, int type) {
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
  public static byte[] file(String format, BufferedImage... pictures) {
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
  public static byte[] progressiveJpeg(BufferedImage picture) throws IOException {
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

  /// A baseline JPEG.
  ///
  /// @param horizontal sampling factor of the first component
  /// @param vertical sampling factor of the first component
  /// @param restart groups of blocks between restart markers; 0 for none
  /// @param quality 0 to 1
  public static byte[] baselineJpeg(
      BufferedImage picture, int horizontal, int vertical, int restart, float quality)
      throws IOException {
    ImageWriter writer = ImageIO.getImageWritersByFormatName("jpeg").next();
    ImageWriteParam settings = writer.getDefaultWriteParam();
    settings.setCompressionMode(ImageWriteParam.MODE_EXPLICIT);
    settings.setCompressionQuality(quality);
    IIOMetadata metadata =
        writer.getDefaultImageMetadata(
            ImageTypeSpecifier.createFromRenderedImage(picture), settings);
    String format = metadata.getNativeMetadataFormatName();
    Element root = (Element) metadata.getAsTree(format);
    Element first = (Element) root.getElementsByTagName("componentSpec").item(0);
    first.setAttribute("HsamplingFactor", Integer.toString(horizontal));
    first.setAttribute("VsamplingFactor", Integer.toString(vertical));
    if (restart > 0) {
      IIOMetadataNode interval = new IIOMetadataNode("dri");
      interval.setAttribute("interval", Integer.toString(restart));
      Node sequence = root.getElementsByTagName("markerSequence").item(0);
      sequence.insertBefore(interval, root.getElementsByTagName("sos").item(0));
    }
    metadata.setFromTree(format, root);
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    try (ImageOutputStream output = ImageIO.createImageOutputStream(bytes)) {
      writer.setOutput(output);
      writer.write(metadata, new IIOImage(picture, null, metadata), settings);
    } finally {
      writer.dispose();
    }
    return bytes.toByteArray();
  }
}
